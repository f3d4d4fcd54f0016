package dev.darkroom.crash.upload;

import dev.darkroom.crash.Case;
import dev.darkroom.crash.Fault;
import dev.darkroom.crash.Invariants;
import dev.darkroom.crash.Pictures;
import dev.darkroom.crash.Step;
import dev.darkroom.crash.Subject;
import dev.darkroom.crash.Verdict;
import dev.darkroom.crash.line.Mishap;
import dev.darkroom.crash.worker.WorldFaults;
import dev.darkroom.world.Gate;
import dev.darkroom.world.Jdk;
import dev.darkroom.world.S3Server;
import dev.darkroom.world.StoredObject;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The servlet's jar, killed at every request to its store, and started again. */
public final class UploadProcess implements Subject {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Pattern PAGE = Pattern.compile("Page: http://127\\.0\\.0\\.1:(\\d+)/");
    private static final byte[][] FORMER = {Pictures.jpeg(24, 16), Pictures.jpeg(20, 30), Pictures.jpeg(17, 9)};
    private static final byte[] NEXT = Pictures.jpeg(31, 21);
    private static final byte[] LAST = Pictures.jpeg(12, 13);

    private final S3Server s3;
    private final Path jar;

    /**
     * @param s3 stays the caller's to close
     */
    public UploadProcess(S3Server s3, Path jar) {
        this.s3 = s3;
        this.jar = jar;
    }

    @Override
    public List<UploadStep> steps() {
        return List.of(UploadStep.values());
    }

    @Override
    public boolean has(Step step, Fault fault) {
        return fault == Fault.KILL && step != UploadStep.UPLOAD;
    }

    @Override
    public Verdict run(Case one) throws Exception {
        UploadStep step = (UploadStep) one.step();
        UploadGiven given = UploadGiven.of(one);
        try (World world = World.on(s3)) {
            world.staging().put("c2/content-thumbnails/42/manifest.json", new byte[] {'{', '}'}, "application/json");
            ContentSeen before;
            Told told;
            try (Server server = start(world)) {
                for (int i = 0; i < given.uploads(); i++) {
                    server.client().upload(FORMER[i]);
                }
                if (given.deleted()) {
                    server.client().ask("DELETE", Client.PATH);
                }
                before = seen(world);
                told = killed(world, server, given, step, before);
            }
            List<String> broken = new ArrayList<>(afterwards(step, before, seen(world), told));
            try (Server again = start(world)) {
                ContentSeen after = seen(world);
                Told taken = again.client().upload(LAST);
                broken.addAll(new Invariants("after the clean run")
                        .ofContent(after, seen(world))
                        .ofCleanUpload(taken, again.client().ask("GET", Client.PATH), seen(world))
                        .broken());
            }
            return new Verdict(true, broken);
        }
    }

    private static List<String> afterwards(UploadStep step, ContentSeen before, ContentSeen after, Told told) {
        Invariants run = new Invariants("after the kill").ofContent(before, after);
        return switch (step.action) {
            case UPLOAD -> run.ofUpload(before, after, told, true).broken();
            case DELETE -> run.ofDeletion(before, after, told, true).broken();
            default -> run.broken();
        };
    }

    private static Told killed(World world, Server server, UploadGiven given, UploadStep step, ContentSeen before)
            throws Exception {
        Mishap own = given.mishaps().get(0);
        WorldFaults faults = new WorldFaults(world.link().script(), world.link().traffic());
        world.link().traffic().clear();
        given.mishaps().stream()
                .skip(1)
                .map(other -> other.times() > 1 ? atOnce(other) : other)
                .forEach(faults::add);
        Gate gate = own.variant() % 2 == 0
                ? faults.script().holdBefore(faults.match(step), 1)
                : faults.script().holdAfter(faults.match(step), 1);
        CompletableFuture<Told> asking = CompletableFuture.supplyAsync(() -> {
            try {
                return act(server.client(), step, before);
            } catch (IOException | InterruptedException e) {
                return Told.NOTHING;
            }
        });
        gate.awaitReached(LIMIT);
        server.process().kill();
        gate.drop();
        return asking.join();
    }

    /** Instead of one that lasts until all patience is at its end. */
    private static Mishap atOnce(Mishap lasting) {
        return new Mishap(lasting.step(), Fault.FORBIDDEN, 1, 1, lasting.variant());
    }

    private static Told act(Client client, UploadStep step, ContentSeen before)
            throws IOException, InterruptedException {
        return switch (step.action) {
            case UPLOAD, CLIENT -> client.upload(NEXT);
            case READ -> client.ask("GET", Client.PATH);
            case MEDIA -> client.ask("GET", "/media/" + before.variants().get(0).key());
            case MEDIA_HEAD ->
                client.ask("HEAD", "/media/" + before.variants().get(0).key());
            case DELETE -> client.ask("DELETE", Client.PATH);
        };
    }

    /** A server that takes uploads. */
    private record Server(WorkerProcess process, Client client) implements AutoCloseable {
        @Override
        public void close() {
            process.close();
        }
    }

    private Server start(World world) throws IOException, InterruptedException {
        Map<String, String> variables = world.environmentFor("none", 0, "none");
        variables.putAll(Map.of("PORT", "0", "STORE", "r2", "TOKENS", "c1:" + Client.TOKEN));
        WorkerProcess process = WorkerProcess.start(
                Jdk.running(), jar, variables, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m");
        process.awaitText("Page: ", LIMIT);
        Matcher page = PAGE.matcher(process.out());
        if (!page.find()) {
            throw new IOException("no port in " + process.out());
        }
        return new Server(process, new Client(Integer.parseInt(page.group(1))));
    }

    private static ContentSeen seen(World world) {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        for (String key : world.staging().keys()) {
            world.staging().get(key).map(StoredObject::bytes).ifPresent(bytes -> objects.put(key, bytes));
        }
        return new ContentSeen(objects, UploadStep.FOLDER);
    }

    @Override
    public void close() {}
}
