package dev.darkroom.crash.upload;

import dev.darkroom.crash.CrashCase;
import dev.darkroom.crash.CrashResult;
import dev.darkroom.crash.CrashUploads;
import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.Invariants;
import dev.darkroom.crash.RequestStep;
import dev.darkroom.crash.SystemUnderTest;
import dev.darkroom.crash.network.InMemoryS3;
import dev.darkroom.crash.network.RequestScheduler;
import dev.darkroom.crash.network.SimulatedNetwork;
import dev.darkroom.crash.network.SimulatedSdkHttpClient;
import dev.darkroom.crash.network.SimulatedTime;
import dev.darkroom.crash.upload.ContentSnapshot.Variant;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.storage.s3.S3Store;
import dev.darkroom.storage.s3.TestS3Stores;
import dev.darkroom.upload.RunningServlet;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** The servlet in its server, with a real HTTP client and the real S3 client, over a simulated network to an S3 service in memory. */
public final class ServletInMemory implements SystemUnderTest {
    private static final byte[][] FORMER = {
        CrashUploads.jpeg(24, 16), CrashUploads.jpeg(20, 30), CrashUploads.jpeg(17, 9)
    };
    private static final byte[] NEXT = CrashUploads.jpeg(31, 21);
    private static final byte[] LAST = CrashUploads.jpeg(12, 13);
    private static final int TRIES = 8;

    private final SimulatedTime time = new SimulatedTime();
    private final InMemoryS3 s3 = new InMemoryS3();
    private final RunningServlet running;
    private final UploadClient client;
    private volatile SimulatedNetwork line = line(List.of());

    public ServletInMemory() {
        this(store -> store);
    }

    /**
     * @param planted wraps the store of the servlet, to plant faults
     */
    public ServletInMemory(UnaryOperator<ObjectStore> planted) {
        S3Store store = TestS3Stores.store(
                S3Store.r2("account", "key", "secret", "pictures")
                        .endpoint(URI.create("http://s3.example"))
                        .retry(RetryPolicy.standard().with(time, new SplittableRandom(7))),
                new SimulatedSdkHttpClient(() -> line, s3::answer));
        try {
            running = new RunningServlet(
                    Map.of("TOKENS", "c1:" + UploadClient.TOKEN + ",c2:token-of-creator-two"), planted.apply(store));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        client = new UploadClient(running.port());
    }

    private SimulatedNetwork line(List<dev.darkroom.crash.network.PlannedFault> mishaps) {
        return new SimulatedNetwork(time, new RequestScheduler(new SplittableRandom(0)), mishaps);
    }

    @Override
    public List<UploadStep> steps() {
        return List.of(UploadStep.values());
    }

    @Override
    public boolean has(RequestStep step, FaultKind fault) {
        return step != UploadStep.UPLOAD || FaultyClient.FAULTS.contains(fault);
    }

    @Override
    public CrashResult run(CrashCase one) throws Exception {
        UploadPreconditions given = UploadPreconditions.of(one);
        UploadStep step = (UploadStep) one.step();
        prepare(given);
        ContentSnapshot before = seen();
        SimulatedNetwork first = line(given.mishaps());
        line = first;
        ClientReply told = act(one, step, before);
        first.end();
        line = line(List.of());
        ContentSnapshot after = seen();
        boolean killed = first.dead() && one.fault() == FaultKind.KILL && first.met();
        Invariants run = new Invariants("after the run").ofContent(before, after);
        switch (step.action) {
            case UPLOAD, CLIENT -> run.ofUpload(before, after, told, killed || step.action == UploadStep.Action.CLIENT);
            case DELETE -> run.ofDeletion(before, after, told, killed);
            case READ -> run.ofRead(before, told, killed, one.fault() == FaultKind.GARBAGE);
            case MEDIA, MEDIA_HEAD -> run.ofMedia(mediaOf(one, before), told, killed, one.fault() == FaultKind.GARBAGE);
        }
        run.everyRequestIsAStep(first.unnamed(steps()));
        List<String> broken = new ArrayList<>(run.broken());
        ClientReply again = uploaded(LAST);
        broken.addAll(new Invariants("after the clean run")
                .ofContent(after, seen())
                .ofCleanUpload(again, client.ask("GET", UploadClient.PATH), seen())
                .broken());
        return new CrashResult(step == UploadStep.UPLOAD || first.met(), broken);
    }

    private void prepare(UploadPreconditions given) throws Exception {
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
            client.ask("DELETE", UploadClient.PATH);
        }
    }

    /** Uploads a picture and retries if another upload replaced it. The other upload may be one whose connection was lost. */
    private ClientReply uploaded(byte[] picture) throws Exception {
        ClientReply told = client.upload(picture);
        for (int i = 0; i < TRIES && told.status() == 409; i++) {
            told = client.upload(picture);
        }
        return told;
    }

    private ClientReply act(CrashCase one, UploadStep step, ContentSnapshot before) throws Exception {
        return switch (step.action) {
            case UPLOAD -> client.upload(NEXT);
            case CLIENT -> new FaultyClient(client, NEXT).upload(one.fault());
            case READ -> client.ask("GET", UploadClient.PATH);
            case MEDIA -> client.ask("GET", "/media/" + mediaKey(one, before));
            case MEDIA_HEAD -> client.ask("HEAD", "/media/" + mediaKey(one, before));
            case DELETE -> client.ask("DELETE", UploadClient.PATH);
        };
    }

    /** The key of a variant of the version, or of its alias. */
    private static String mediaKey(CrashCase one, ContentSnapshot seen) {
        Variant variant = seen.variants().get(0);
        return one.seed() % 2 == 0 ? variant.key() : variant.lastingName();
    }

    private static byte[] mediaOf(CrashCase one, ContentSnapshot seen) {
        byte[] media = seen.objects().get(mediaKey(one, seen));
        return ((UploadStep) one.step()).action == UploadStep.Action.MEDIA_HEAD || media == null ? new byte[0] : media;
    }

    private ContentSnapshot seen() {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        s3.bucket("pictures").forEach((key, object) -> objects.put(key, object.bytes()));
        return new ContentSnapshot(objects, UploadStep.FOLDER);
    }

    @Override
    public void close() {
        running.close();
    }
}
