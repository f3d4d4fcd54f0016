package dev.darkroom.crash.worker;

import dev.darkroom.cdn.TestCdnClients;
import dev.darkroom.crash.CrashCase;
import dev.darkroom.crash.CrashResult;
import dev.darkroom.crash.CrashUploads;
import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.Invariants;
import dev.darkroom.crash.RequestStep;
import dev.darkroom.crash.SystemUnderTest;
import dev.darkroom.crash.network.InMemoryS3;
import dev.darkroom.crash.network.RequestScheduler;
import dev.darkroom.crash.network.SimulatedHttpClient;
import dev.darkroom.crash.network.SimulatedNetwork;
import dev.darkroom.crash.network.SimulatedSdkHttpClient;
import dev.darkroom.crash.network.SimulatedTime;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.storage.s3.S3Store;
import dev.darkroom.worker.WorkerRun;
import dev.darkroom.world.Cdn;
import dev.darkroom.world.Orchestrator;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.http.LinkSpeed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** The worker without its process, with its real clients over a simulated network to services in memory. */
public final class WorkerInMemory implements SystemUnderTest {
    private static final Duration ALLOWED = Duration.ofSeconds(30);
    private static final Duration ALLOWED_TO_CALL_BACK = Duration.ofSeconds(15);
    private static final byte[] UPLOAD = CrashUploads.jpeg(24, 16);
    private static final byte[] OTHER = CrashUploads.jpeg(20, 30);

    private final SimulatedTime time = new SimulatedTime();
    private final InMemoryS3 s3 = new InMemoryS3();
    private final Cdn cdn;
    private final Orchestrator orchestrator;
    private final Map<String, ObjectStore> buckets;
    private final List<ReceivedCallback> told = new ArrayList<>();
    private SimulatedNetwork line =
            new SimulatedNetwork(time, new RequestScheduler(new SplittableRandom(0)), List.of());

    public WorkerInMemory() {
        this(bucket -> bucket);
    }

    /**
     * @param planted wraps the buckets of the worker, to plant faults
     */
    public WorkerInMemory(UnaryOperator<ObjectStore> planted) {
        try {
            cdn = new Cdn(LinkSpeed.INSTANT);
            orchestrator = new Orchestrator(LinkSpeed.INSTANT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buckets = Map.of(
                "R2_BUCKET", planted.apply(bucket("staging")),
                "ARCHIVE_BUCKET", planted.apply(bucket("archive")));
    }

    private ObjectStore bucket(String name) {
        return dev.darkroom.storage.s3.TestS3Stores.store(
                S3Store.r2("account", "key", "secret", name)
                        .endpoint(URI.create("http://s3.example"))
                        .retry(RetryPolicy.standard().with(time, new SplittableRandom(name.hashCode()))),
                new SimulatedSdkHttpClient(() -> line, s3::answer));
    }

    @Override
    public List<WorkerStep> steps() {
        return List.of(WorkerStep.values());
    }

    @Override
    public boolean has(RequestStep step, FaultKind fault) {
        return true;
    }

    @Override
    public CrashResult run(CrashCase one) {
        WorkerPreconditions given = WorkerPreconditions.of(one);
        prepare(given);
        List<String> broken = new ArrayList<>();
        if (given.finished()) {
            int exit = run(given, clean(one, "earlier"), "earlier");
            broken.addAll(new Invariants("before")
                    .ofCleanRun(exit, seen(), UPLOAD, given.canSucceed())
                    .broken());
        }
        TaskSnapshot before = seen();
        line = new SimulatedNetwork(time, new RequestScheduler(one.chance("turns")), given.mishaps());
        SimulatedNetwork first = line;
        int exit = run(given, first, "first");
        first.end();
        TaskSnapshot after = seen();
        Invariants run = new Invariants("after the run").ofTask(before, after, UPLOAD);
        if (one.fault() != FaultKind.KILL || !first.met()) {
            boolean hindered = one.step() == WorkerStep.CALL_BACK && first.met();
            int attempts = attempts(first);
            long taken = after.taken().size() - before.taken().size();
            run.ofRun(exit, attempts, hindered, taken);
            if (hindered) {
                run.ofRefusedCallback(
                        one.fault(), attempts, given.mishaps().get(0).lasts(), taken > 0);
            }
        }
        run.everyRequestIsAStep(first.unnamed(steps()));
        broken.addAll(run.broken());
        int again = run(given, clean(one, "again"), "again");
        TaskSnapshot end = seen();
        broken.addAll(new Invariants("after the clean run")
                .ofTask(before, end, UPLOAD)
                .ofCleanRun(again, end, UPLOAD, given.canSucceed())
                .broken());
        return new CrashResult(first.met(), broken, course(first));
    }

    private static List<String> course(SimulatedNetwork line) {
        return line.requests().stream()
                .filter(request ->
                        !request.method().equals("GET") && !request.method().equals("HEAD"))
                .map(request -> request.method() + " " + request.path().replaceAll("/asset/.*", "/asset/…"))
                .toList();
    }

    private void prepare(WorkerPreconditions given) {
        told.clear();
        s3.clear();
        cdn.clear();
        orchestrator.clear();
        s3.put("/staging/" + WorkerPreconditions.KEY, UPLOAD, "image/jpeg");
        s3.put("/staging/staging/batch_1/photos/moon.jpg", OTHER, "image/jpeg");
        s3.put("/staging/staging/batch_1/photos/moon.jpg.ref.json", new byte[] {'{', '}'}, "application/json");
        s3.put("/archive/moon.jpg", OTHER, "image/jpeg");
        switch (given.archived()) {
            case THE_UPLOAD -> s3.put("/archive/" + WorkerPreconditions.NAME, UPLOAD, "image/jpeg");
            case ANOTHER_PICTURE -> s3.put("/archive/" + WorkerPreconditions.NAME, OTHER, "image/jpeg");
            case ANOTHER_OF_THAT_LENGTH ->
                s3.put("/archive/" + WorkerPreconditions.NAME, changed(UPLOAD), "image/jpeg");
            case NOTHING -> {}
        }
    }

    private static byte[] changed(byte[] bytes) {
        byte[] other = Arrays.copyOf(bytes, bytes.length);
        other[bytes.length / 2] ^= 1;
        return other;
    }

    private SimulatedNetwork clean(CrashCase one, String use) {
        line = new SimulatedNetwork(time, new RequestScheduler(one.chance(use)), List.of());
        return line;
    }

    private int run(WorkerPreconditions given, SimulatedNetwork over, String use) {
        RetryPolicy retry = RetryPolicy.standard().with(time, new SplittableRandom(use.hashCode()));
        int exit = new WorkerRun(
                        environment(given),
                        buckets,
                        TestCdnClients.cdn(cdn.url(), new SimulatedHttpClient(() -> over, cdn::answer, ALLOWED), retry),
                        TestCdnClients.callback(
                                orchestrator.url(),
                                new SimulatedHttpClient(() -> over, orchestrator::answer, ALLOWED_TO_CALL_BACK),
                                retry),
                        over.turns())
                .run();
        over.taken().stream()
                .filter(request -> WorkerStep.CALL_BACK.matches(request, List.of()))
                .map(ReceivedCallback::of)
                .forEach(told::add);
        return exit;
    }

    private Map<String, String> environment(WorkerPreconditions given) {
        Map<String, String> env = new LinkedHashMap<>(given.settings());
        env.put("TASK_ID", "task-1");
        env.put("BATCH_ID", "batch-1");
        env.put("INPUT_R2_KEY", WorkerPreconditions.KEY);
        env.put("INPUT_FILE_NAME", WorkerPreconditions.NAME);
        env.put("INPUT_CONTENT_TYPE", "image/jpeg");
        env.put("INPUT_FILE_SIZE", Integer.toString(UPLOAD.length));
        env.put("R2_ACCOUNT_ID", "account");
        env.put("R2_ACCESS_KEY_ID", "key");
        env.put("R2_SECRET_ACCESS_KEY", "secret");
        env.put("R2_BUCKET", "staging");
        env.put("ARCHIVE_BUCKET", "archive");
        env.put("CDN_API_URL", cdn.url().toString());
        env.put("CDN_PUBLIC_URL", cdn.url().toString());
        env.put("CALLBACK_URL", orchestrator.url().toString());
        env.put("VARIANTS", "thumb=16");
        return env;
    }

    private static int attempts(SimulatedNetwork line) {
        return (int) line.requests().stream()
                .filter(request -> WorkerStep.CALL_BACK.matches(request, List.of()))
                .count();
    }

    private TaskSnapshot seen() {
        Map<String, byte[]> staging = new LinkedHashMap<>();
        Map<String, byte[]> archive = new LinkedHashMap<>();
        s3.bucket("staging").forEach((key, object) -> staging.put(key, object.bytes()));
        s3.bucket("archive").forEach((key, object) -> archive.put(key, object.bytes()));
        InMemoryS3.Stored ref = s3.bucket("staging").get(WorkerPreconditions.REF);
        String archiveKey = ref == null ? "" : ref.fields().getOrDefault("x-amz-meta-archive-key", "");
        return new TaskSnapshot(staging, archiveKey, archive, cdn.assets(), orchestrator.taken(), List.copyOf(told));
    }

    @Override
    public void close() {
        try {
            cdn.close();
            orchestrator.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
