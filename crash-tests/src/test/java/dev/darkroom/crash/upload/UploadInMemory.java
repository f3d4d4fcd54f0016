package dev.darkroom.crash.upload;

import dev.darkroom.crash.Case;
import dev.darkroom.crash.Fault;
import dev.darkroom.crash.Invariants;
import dev.darkroom.crash.Pictures;
import dev.darkroom.crash.Step;
import dev.darkroom.crash.Subject;
import dev.darkroom.crash.Verdict;
import dev.darkroom.crash.line.Line;
import dev.darkroom.crash.line.PassingTime;
import dev.darkroom.crash.line.S3InMemory;
import dev.darkroom.crash.line.SdkOverLine;
import dev.darkroom.crash.line.Turns;
import dev.darkroom.crash.upload.ContentSeen.Variant;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Retry;
import dev.darkroom.storage.s3.InMemory;
import dev.darkroom.storage.s3.S3Store;
import dev.darkroom.upload.SiteRun;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** The servlet in its server, with a real client before it and the real store's client behind it, over a line to S3 in memory. */
public final class UploadInMemory implements Subject {
    private static final byte[][] FORMER = {Pictures.jpeg(24, 16), Pictures.jpeg(20, 30), Pictures.jpeg(17, 9)};
    private static final byte[] NEXT = Pictures.jpeg(31, 21);
    private static final byte[] LAST = Pictures.jpeg(12, 13);
    private static final int TRIES = 8;

    private final PassingTime time = new PassingTime();
    private final S3InMemory s3 = new S3InMemory();
    private final SiteRun site;
    private final Client client;
    private volatile Line line = line(List.of());

    public UploadInMemory() {
        this(store -> store);
    }

    /**
     * @param planted what is between the servlet and its store
     */
    public UploadInMemory(UnaryOperator<ObjectStore> planted) {
        S3Store store = InMemory.store(
                S3Store.r2("account", "key", "secret", "pictures")
                        .endpoint(URI.create("http://s3.example"))
                        .retry(Retry.standard().with(time, new SplittableRandom(7))),
                new SdkOverLine(() -> line, s3::answer));
        try {
            site = new SiteRun(
                    Map.of("TOKENS", "c1:" + Client.TOKEN + ",c2:token-of-creator-two"), planted.apply(store));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        client = new Client(site.port());
    }

    private Line line(List<dev.darkroom.crash.line.Mishap> mishaps) {
        return new Line(time, new Turns(new SplittableRandom(0)), mishaps);
    }

    @Override
    public List<UploadStep> steps() {
        return List.of(UploadStep.values());
    }

    @Override
    public boolean has(Step step, Fault fault) {
        return step != UploadStep.UPLOAD || BadClient.FAULTS.contains(fault);
    }

    @Override
    public Verdict run(Case one) throws Exception {
        UploadGiven given = UploadGiven.of(one);
        UploadStep step = (UploadStep) one.step();
        prepare(given);
        ContentSeen before = seen();
        Line first = line(given.mishaps());
        line = first;
        Told told = act(one, step, before);
        first.end();
        line = line(List.of());
        ContentSeen after = seen();
        boolean killed = first.dead() && one.fault() == Fault.KILL && first.met();
        Invariants run = new Invariants("after the run").ofContent(before, after);
        switch (step.action) {
            case UPLOAD, CLIENT -> run.ofUpload(before, after, told, killed || step.action == UploadStep.Action.CLIENT);
            case DELETE -> run.ofDeletion(before, after, told, killed);
            case READ -> run.ofRead(before, told, killed, one.fault() == Fault.GARBAGE);
            case MEDIA, MEDIA_HEAD -> run.ofMedia(mediaOf(one, before), told, killed, one.fault() == Fault.GARBAGE);
        }
        run.everyRequestIsAStep(first.unnamed(steps()));
        List<String> broken = new ArrayList<>(run.broken());
        Told again = uploaded(LAST);
        broken.addAll(new Invariants("after the clean run")
                .ofContent(after, seen())
                .ofCleanUpload(again, client.ask("GET", Client.PATH), seen())
                .broken());
        return new Verdict(step == UploadStep.UPLOAD || first.met(), broken);
    }

    private void prepare(UploadGiven given) throws Exception {
        s3.clear();
        line = line(List.of());
        for (String other : List.of("c1/content-thumbnails/41/", "c1/logos/42/", "c2/content-thumbnails/42/")) {
            s3.put(UploadStep.BUCKET + other + "manifest.json", new byte[] {'{', '}'}, "application/json");
            s3.put(UploadStep.BUCKET + other + "v/sm.webp", FORMER[0], "image/webp");
            s3.put(UploadStep.BUCKET + other + "sm.webp", FORMER[0], "image/webp");
        }
        for (int i = 0; i < given.uploads(); i++) {
            uploaded(FORMER[i]);
        }
        if (given.deleted()) {
            client.ask("DELETE", Client.PATH);
        }
    }

    /** By a client that comes again when somebody else was faster, as one may be whose connection is gone. */
    private Told uploaded(byte[] picture) throws Exception {
        Told told = client.upload(picture);
        for (int i = 0; i < TRIES && told.status() == 409; i++) {
            told = client.upload(picture);
        }
        return told;
    }

    private Told act(Case one, UploadStep step, ContentSeen before) throws Exception {
        return switch (step.action) {
            case UPLOAD -> client.upload(NEXT);
            case CLIENT -> new BadClient(client, NEXT).upload(one.fault());
            case READ -> client.ask("GET", Client.PATH);
            case MEDIA -> client.ask("GET", "/media/" + mediaKey(one, before));
            case MEDIA_HEAD -> client.ask("HEAD", "/media/" + mediaKey(one, before));
            case DELETE -> client.ask("DELETE", Client.PATH);
        };
    }

    /** A variant of the version, or its copy. */
    private static String mediaKey(Case one, ContentSeen seen) {
        Variant variant = seen.variants().get(0);
        return one.seed() % 2 == 0 ? variant.key() : variant.lastingName();
    }

    private static byte[] mediaOf(Case one, ContentSeen seen) {
        byte[] media = seen.objects().get(mediaKey(one, seen));
        return ((UploadStep) one.step()).action == UploadStep.Action.MEDIA_HEAD || media == null ? new byte[0] : media;
    }

    private ContentSeen seen() {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        s3.bucket("pictures").forEach((key, object) -> objects.put(key, object.bytes()));
        return new ContentSeen(objects, UploadStep.FOLDER);
    }

    @Override
    public void close() {
        site.close();
    }
}
