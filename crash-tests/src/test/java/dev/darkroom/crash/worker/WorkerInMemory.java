package dev.darkroom.crash.worker;

import dev.darkroom.cdn.InMemory;
import dev.darkroom.crash.Case;
import dev.darkroom.crash.Fault;
import dev.darkroom.crash.Invariants;
import dev.darkroom.crash.Pictures;
import dev.darkroom.crash.Step;
import dev.darkroom.crash.Subject;
import dev.darkroom.crash.Verdict;
import dev.darkroom.crash.line.HttpOverLine;
import dev.darkroom.crash.line.Line;
import dev.darkroom.crash.line.PassingTime;
import dev.darkroom.crash.line.S3InMemory;
import dev.darkroom.crash.line.SdkOverLine;
import dev.darkroom.crash.line.Turns;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Retry;
import dev.darkroom.storage.s3.S3Store;
import dev.darkroom.worker.WorkerRun;
import dev.darkroom.world.Callback;
import dev.darkroom.world.Cdn;
import dev.darkroom.world.Orchestrator;
import dev.darkroom.world.Pace;
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

/** The worker, all of it but its process, with its real clients over a line to services in memory. */
public final class WorkerInMemory implements Subject {
    private static final Duration ALLOWED = Duration.ofSeconds(30);
    private static final Duration ALLOWED_TO_CALL_BACK = Duration.ofSeconds(15);
    private static final byte[] UPLOAD = Pictures.jpeg(24, 16);
    private static final byte[] OTHER = Pictures.jpeg(20, 30);

    private final PassingTime time = new PassingTime();
    private final S3InMemory s3 = new S3InMemory();
    private final Cdn cdn;
    private final Orchestrator orchestrator;
    private final Map<String, ObjectStore> buckets;
    private final List<Callback> told = new ArrayList<>();
    private Line line = new Line(time, new Turns(new SplittableRandom(0)), List.of());

    public WorkerInMemory() {
        this(bucket -> bucket);
    }

    /**
     * @param planted what is between the worker and its buckets
     */
    public WorkerInMemory(UnaryOperator<ObjectStore> planted) {
        try {
            cdn = new Cdn(Pace.INSTANT);
            orchestrator = new Orchestrator(Pace.INSTANT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buckets = Map.of(
                "R2_BUCKET", planted.apply(bucket("staging")),
                "ARCHIVE_BUCKET", planted.apply(bucket("archive")));
    }

    private ObjectStore bucket(String name) {
        return dev.darkroom.storage.s3.InMemory.store(
                S3Store.r2("account", "key", "secret", name)
                        .endpoint(URI.create("http://s3.example"))
                        .retry(Retry.standard().with(time, new SplittableRandom(name.hashCode()))),
                new SdkOverLine(() -> line, s3::answer));
    }

    @Override
    public List<WorkerStep> steps() {
        return List.of(WorkerStep.values());
    }

    @Override
    public boolean has(Step step, Fault fault) {
        return true;
    }

    @Override
    public Verdict run(Case one) {
        WorkerGiven given = WorkerGiven.of(one);
        prepare(given);
        List<String> broken = new ArrayList<>();
        if (given.finished()) {
            int exit = run(given, clean(one, "earlier"), "earlier");
            broken.addAll(new Invariants("before")
                    .ofCleanRun(exit, seen(), UPLOAD, given.canSucceed())
                    .broken());
        }
        WorkerSeen before = seen();
        line = new Line(time, new Turns(one.chance("turns")), given.mishaps());
        Line first = line;
        int exit = run(given, first, "first");
        first.end();
        WorkerSeen after = seen();
        Invariants run = new Invariants("after the run").ofTask(before, after, UPLOAD);
        if (one.fault() != Fault.KILL || !first.met()) {
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
        WorkerSeen end = seen();
        broken.addAll(new Invariants("after the clean run")
                .ofTask(before, end, UPLOAD)
                .ofCleanRun(again, end, UPLOAD, given.canSucceed())
                .broken());
        return new Verdict(first.met(), broken, course(first));
    }

    private static List<String> course(Line line) {
        return line.requests().stream()
                .filter(request ->
                        !request.method().equals("GET") && !request.method().equals("HEAD"))
                .map(request -> request.method() + " " + request.path().replaceAll("/asset/.*", "/asset/…"))
                .toList();
    }

    private void prepare(WorkerGiven given) {
        told.clear();
        s3.clear();
        cdn.clear();
        orchestrator.clear();
        s3.put("/staging/" + WorkerGiven.KEY, UPLOAD, "image/jpeg");
        s3.put("/staging/staging/batch_1/photos/moon.jpg", OTHER, "image/jpeg");
        s3.put("/staging/staging/batch_1/photos/moon.jpg.ref.json", new byte[] {'{', '}'}, "application/json");
        s3.put("/archive/moon.jpg", OTHER, "image/jpeg");
        switch (given.archived()) {
            case THE_UPLOAD -> s3.put("/archive/" + WorkerGiven.NAME, UPLOAD, "image/jpeg");
            case ANOTHER_PICTURE -> s3.put("/archive/" + WorkerGiven.NAME, OTHER, "image/jpeg");
            case ANOTHER_OF_THAT_LENGTH -> s3.put("/archive/" + WorkerGiven.NAME, changed(UPLOAD), "image/jpeg");
            case NOTHING -> {}
        }
    }

    private static byte[] changed(byte[] bytes) {
        byte[] other = Arrays.copyOf(bytes, bytes.length);
        other[bytes.length / 2] ^= 1;
        return other;
    }

    private Line clean(Case one, String use) {
        line = new Line(time, new Turns(one.chance(use)), List.of());
        return line;
    }

    private int run(WorkerGiven given, Line over, String use) {
        Retry retry = Retry.standard().with(time, new SplittableRandom(use.hashCode()));
        int exit = new WorkerRun(
                        environment(given),
                        buckets,
                        InMemory.cdn(cdn.url(), new HttpOverLine(() -> over, cdn::answer, ALLOWED), retry),
                        InMemory.callback(
                                orchestrator.url(),
                                new HttpOverLine(() -> over, orchestrator::answer, ALLOWED_TO_CALL_BACK),
                                retry),
                        over.turns())
                .run();
        over.taken().stream()
                .filter(request -> WorkerStep.CALL_BACK.matches(request, List.of()))
                .map(Callback::of)
                .forEach(told::add);
        return exit;
    }

    private Map<String, String> environment(WorkerGiven given) {
        Map<String, String> env = new LinkedHashMap<>(given.settings());
        env.put("TASK_ID", "task-1");
        env.put("BATCH_ID", "batch-1");
        env.put("INPUT_R2_KEY", WorkerGiven.KEY);
        env.put("INPUT_FILE_NAME", WorkerGiven.NAME);
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

    private static int attempts(Line line) {
        return (int) line.requests().stream()
                .filter(request -> WorkerStep.CALL_BACK.matches(request, List.of()))
                .count();
    }

    private WorkerSeen seen() {
        Map<String, byte[]> staging = new LinkedHashMap<>();
        Map<String, byte[]> archive = new LinkedHashMap<>();
        s3.bucket("staging").forEach((key, object) -> staging.put(key, object.bytes()));
        s3.bucket("archive").forEach((key, object) -> archive.put(key, object.bytes()));
        S3InMemory.Stored ref = s3.bucket("staging").get(WorkerGiven.REF);
        String archiveKey = ref == null ? "" : ref.fields().getOrDefault("x-amz-meta-archive-key", "");
        return new WorkerSeen(staging, archiveKey, archive, cdn.assets(), orchestrator.taken(), List.copyOf(told));
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
