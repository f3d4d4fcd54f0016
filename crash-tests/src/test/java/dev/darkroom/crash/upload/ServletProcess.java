package dev.darkroom.crash.upload;

import dev.darkroom.crash.CrashCase;
import dev.darkroom.crash.CrashResult;
import dev.darkroom.crash.CrashUploads;
import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.Invariants;
import dev.darkroom.crash.RequestStep;
import dev.darkroom.crash.SystemUnderTest;
import dev.darkroom.crash.network.PlannedFault;
import dev.darkroom.crash.worker.LocalServiceFaults;
import dev.darkroom.world.Jdk;
import dev.darkroom.world.LocalServices;
import dev.darkroom.world.S3Object;
import dev.darkroom.world.S3Server;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.http.HeldRequest;
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

/** A process of the servlet's jar that is killed at each request to its store and started again. */
public final class ServletProcess implements SystemUnderTest {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Pattern PAGE = Pattern.compile("Page: http://127\\.0\\.0\\.1:(\\d+)/");
    private static final byte[][] FORMER = {
        CrashUploads.jpeg(24, 16), CrashUploads.jpeg(20, 30), CrashUploads.jpeg(17, 9)
    };
    private static final byte[] NEXT = CrashUploads.jpeg(31, 21);
    private static final byte[] LAST = CrashUploads.jpeg(12, 13);

    private final S3Server s3;
    private final Path jar;

    /**
     * @param s3 the S3 server; the caller closes it
     */
    public ServletProcess(S3Server s3, Path jar) {
        this.s3 = s3;
        this.jar = jar;
    }

    @Override
    public List<UploadStep> steps() {
        return List.of(UploadStep.values());
    }

    @Override
    public boolean has(RequestStep step, FaultKind fault) {
        return fault == FaultKind.KILL && step != UploadStep.UPLOAD;
    }

    @Override
    public CrashResult run(CrashCase one) throws Exception {
        UploadStep step = (UploadStep) one.step();
        UploadPreconditions given = UploadPreconditions.of(one);
        try (LocalServices world = LocalServices.on(s3)) {
            world.staging().put("c2/content-thumbnails/42/manifest.json", new byte[] {'{', '}'}, "application/json");
            ContentSnapshot before;
            ClientReply told;
            try (Server server = start(world)) {
                for (int i = 0; i < given.uploads(); i++) {
                    server.client().upload(FORMER[i]);
                }
                if (given.deleted()) {
                    server.client().ask("DELETE", UploadClient.PATH);
                }
                before = seen(world);
                told = killed(world, server, given, step, before);
            }
            List<String> broken = new ArrayList<>(afterwards(step, before, seen(world), told));
            try (Server again = start(world)) {
                ContentSnapshot after = seen(world);
                ClientReply taken = again.client().upload(LAST);
                broken.addAll(new Invariants("after the clean run")
                        .ofContent(after, seen(world))
                        .ofCleanUpload(taken, again.client().ask("GET", UploadClient.PATH), seen(world))
                        .broken());
            }
            return new CrashResult(true, broken);
        }
    }

    private static List<String> afterwards(
            UploadStep step, ContentSnapshot before, ContentSnapshot after, ClientReply told) {
        Invariants run = new Invariants("after the kill").ofContent(before, after);
        return switch (step.action) {
            case UPLOAD -> run.ofUpload(before, after, told, true).broken();
            case DELETE -> run.ofDeletion(before, after, told, true).broken();
            default -> run.broken();
        };
    }

    private static ClientReply killed(
            LocalServices world, Server server, UploadPreconditions given, UploadStep step, ContentSnapshot before)
            throws Exception {
        PlannedFault own = given.mishaps().get(0);
        LocalServiceFaults faults =
                new LocalServiceFaults(world.link().script(), world.link().traffic());
        world.link().traffic().clear();
        given.mishaps().stream()
                .skip(1)
                .map(other -> other.times() > 1 ? atOnce(other) : other)
                .forEach(faults::add);
        HeldRequest gate = own.variant() % 2 == 0
                ? faults.script().holdBefore(faults.match(step), 1)
                : faults.script().holdAfter(faults.match(step), 1);
        CompletableFuture<ClientReply> asking = CompletableFuture.supplyAsync(() -> {
            try {
                return act(server.client(), step, before);
            } catch (IOException | InterruptedException e) {
                return ClientReply.NOTHING;
            }
        });
        gate.awaitReached(LIMIT);
        server.process().kill();
        gate.drop();
        return asking.join();
    }

    /** The same fault without repetition, so that no timeout passes. */
    private static PlannedFault atOnce(PlannedFault lasting) {
        return new PlannedFault(lasting.step(), FaultKind.FORBIDDEN, 1, 1, lasting.variant());
    }

    private static ClientReply act(UploadClient client, UploadStep step, ContentSnapshot before)
            throws IOException, InterruptedException {
        return switch (step.action) {
            case UPLOAD, CLIENT -> client.upload(NEXT);
            case READ -> client.ask("GET", UploadClient.PATH);
            case MEDIA -> client.ask("GET", "/media/" + before.variants().get(0).key());
            case MEDIA_HEAD ->
                client.ask("HEAD", "/media/" + before.variants().get(0).key());
            case DELETE -> client.ask("DELETE", UploadClient.PATH);
        };
    }

    /** A running server and its client. */
    private record Server(WorkerProcess process, UploadClient client) implements AutoCloseable {
        @Override
        public void close() {
            process.close();
        }
    }

    private Server start(LocalServices world) throws IOException, InterruptedException {
        Map<String, String> variables = world.environmentFor("none", 0, "none");
        variables.putAll(Map.of("PORT", "0", "STORE", "r2", "TOKENS", "c1:" + UploadClient.TOKEN));
        WorkerProcess process = WorkerProcess.start(
                Jdk.running(), jar, variables, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m");
        process.awaitText("Page: ", LIMIT);
        Matcher page = PAGE.matcher(process.out());
        if (!page.find()) {
            throw new IOException("no port in " + process.out());
        }
        return new Server(process, new UploadClient(Integer.parseInt(page.group(1))));
    }

    private static ContentSnapshot seen(LocalServices world) {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        for (String key : world.staging().keys()) {
            world.staging().get(key).map(S3Object::bytes).ifPresent(bytes -> objects.put(key, bytes));
        }
        return new ContentSnapshot(objects, UploadStep.FOLDER);
    }

    @Override
    public void close() {}
}
