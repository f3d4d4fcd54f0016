package dev.darkroom.crash.worker;

import dev.darkroom.crash.CrashCase;
import dev.darkroom.crash.CrashResult;
import dev.darkroom.crash.CrashUploads;
import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.Invariants;
import dev.darkroom.crash.RequestStep;
import dev.darkroom.crash.SystemUnderTest;
import dev.darkroom.crash.network.PlannedFault;
import dev.darkroom.world.Bucket;
import dev.darkroom.world.LocalServices;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.S3Object;
import dev.darkroom.world.S3Server;
import dev.darkroom.world.http.HeldRequest;
import dev.darkroom.world.http.TrafficLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The worker with its own clients on sockets, S3Proxy behind a link with faults, and a CDN and an orchestrator with faults. */
public final class WorkerOnSockets implements SystemUnderTest {
    private static final byte[] UPLOAD = CrashUploads.jpeg(48, 32);
    private static final byte[] OTHER = CrashUploads.jpeg(20, 30);
    /** Steps whose whole service can be unreachable from the start. */
    private static final Map<WorkerStep, String> REFUSABLE = Map.of(
            WorkerStep.DOWNLOAD, "R2_ENDPOINT",
            WorkerStep.REGISTER, "CDN_API_URL",
            WorkerStep.CALL_BACK, "CALLBACK_URL");
    /** An address at which nothing listens: only root can use this port. */
    private static final String REFUSING_URL = "http://127.0.0.1:1";

    /** Only ends a hang. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final S3Server s3;
    private final WorkerLauncher worker;

    /** Starts the worker. */
    public interface WorkerLauncher {
        Set<FaultKind> faults();

        /** Limits how often a fault occurs: once, several times or always, so that the worker's timeouts do not take too long. */
        PlannedFault at(PlannedFault mishap);

        RunningWorker start(Map<String, String> env) throws Exception;

        /**
         * Starts a worker with short timeouts for failing services.
         *
         * @param failing steps at which faults occur
         */
        default RunningWorker startImpatient(Map<String, String> env, Set<WorkerStep> failing) throws Exception {
            return start(env);
        }
    }

    /** A running worker. */
    public interface RunningWorker {
        /** Waits for the end of the worker and returns its exit status. */
        int await() throws Exception;

        void kill() throws Exception;
    }

    /**
     * @param s3 the S3 server; the caller closes it
     */
    public WorkerOnSockets(S3Server s3, WorkerLauncher worker) {
        this.s3 = s3;
        this.worker = worker;
    }

    @Override
    public List<WorkerStep> steps() {
        return List.of(WorkerStep.values());
    }

    @Override
    public boolean has(RequestStep step, FaultKind fault) {
        boolean refusable = fault != FaultKind.REFUSED || REFUSABLE.containsKey((WorkerStep) step);
        return refusable && worker.faults().contains(fault);
    }

    @Override
    public CrashResult run(CrashCase one) throws Exception {
        try (LocalServices world = LocalServices.on(s3)) {
            return new Run(one, world).verdict();
        }
    }

    /** One run with its own local services. */
    private final class Run {
        private final CrashCase one;
        private final LocalServices world;
        private final WorkerPreconditions given;
        private final Map<String, String> env;
        private final List<String> broken = new ArrayList<>();
        private final List<ReceivedCallback> toldEarlier = new ArrayList<>();

        Run(CrashCase one, LocalServices world) {
            this.one = one;
            this.world = world;
            this.given = WorkerPreconditions.of(one);
            this.env = prepared();
        }

        CrashResult verdict() throws Exception {
            if (given.finished()) {
                int exit = worker.start(env).await();
                broken.addAll(new Invariants("before")
                        .ofCleanRun(exit, seen(), UPLOAD, given.canSucceed())
                        .broken());
            }
            TaskSnapshot before = seen();
            forget();
            boolean killed = one.fault() == FaultKind.KILL;
            int exit = killed ? killed() : failing();
            int attempts = world.orchestrator().attempts().size();
            TaskSnapshot after = seen();
            Invariants run = new Invariants("after the run").ofTask(before, after, UPLOAD);
            if (!killed) {
                boolean refused = one.fault() == FaultKind.REFUSED && one.step() == WorkerStep.CALL_BACK;
                boolean hindered = one.step() == WorkerStep.CALL_BACK;
                run.ofRun(
                        exit,
                        refused ? 1 : attempts,
                        hindered,
                        after.taken().size() - before.taken().size());
            }
            broken.addAll(run.broken());
            forget();
            int again = worker.start(env).await();
            TaskSnapshot end = seen();
            broken.addAll(new Invariants("after the clean run")
                    .ofTask(before, end, UPLOAD)
                    .ofCleanRun(again, end, UPLOAD, given.canSucceed())
                    .broken());
            return new CrashResult(true, broken);
        }

        private int killed() throws Exception {
            PlannedFault own = given.mishaps().get(0);
            given.mishaps().stream().skip(1).forEach(other -> faultsFor(other).add(other));
            LocalServiceFaults faults = faultsFor(own);
            HeldRequest gate = own.variant() % 2 == 0
                    ? faults.script().holdBefore(faults.match(own.step()), 1)
                    : faults.script().holdAfter(faults.match(own.step()), 1);
            RunningWorker running = worker.start(env);
            gate.awaitReached(WorkerJar.LIMIT);
            running.kill();
            gate.drop();
            return 137;
        }

        private int failing() throws Exception {
            Map<String, String> variables = new LinkedHashMap<>(env);
            for (PlannedFault mishap : given.mishaps()) {
                if (mishap.fault() == FaultKind.REFUSED) {
                    variables.put(REFUSABLE.getOrDefault((WorkerStep) mishap.step(), "CALLBACK_URL"), REFUSING_URL);
                } else {
                    faultsFor(mishap).add(worker.at(mishap));
                }
            }
            Set<WorkerStep> failing = given.mishaps().stream()
                    .map(mishap -> (WorkerStep) mishap.step())
                    .collect(Collectors.toSet());
            return worker.startImpatient(variables, failing).await();
        }

        private LocalServiceFaults faultsFor(PlannedFault mishap) {
            return switch ((WorkerStep) mishap.step()) {
                case REGISTER, CONFIRM_ASSET, ASK_FOR_ASSET ->
                    new LocalServiceFaults(world.cdn().script(), world.cdn().traffic());
                case CALL_BACK ->
                    new LocalServiceFaults(
                            world.orchestrator().script(), world.orchestrator().traffic());
                default ->
                    new LocalServiceFaults(world.link().script(), world.link().traffic());
            };
        }

        /** Removes all faults and all recorded requests. */
        private void forget() {
            toldEarlier.addAll(told());
            world.link().script().clear();
            world.link().traffic().clear();
            world.cdn().script().clear();
            world.cdn().traffic().clear();
            world.orchestrator().script().clear();
            world.orchestrator().traffic().clear();
        }

        private Map<String, String> prepared() {
            Map<String, String> variables = world.upload(WorkerPreconditions.KEY, UPLOAD, "image/jpeg");
            variables.putAll(given.settings());
            variables.put("VARIANTS", "thumb=16");
            world.staging().put("staging/batch_1/photos/moon.jpg", OTHER, "image/jpeg");
            world.archive().put("moon.jpg", OTHER, "image/jpeg");
            switch (given.archived()) {
                case THE_UPLOAD -> world.archive().put(WorkerPreconditions.NAME, UPLOAD, "image/jpeg");
                case ANOTHER_PICTURE -> world.archive().put(WorkerPreconditions.NAME, OTHER, "image/jpeg");
                case ANOTHER_OF_THAT_LENGTH -> {
                    byte[] other = Arrays.copyOf(UPLOAD, UPLOAD.length);
                    other[UPLOAD.length / 2] ^= 1;
                    world.archive().put(WorkerPreconditions.NAME, other, "image/jpeg");
                }
                case NOTHING -> {}
            }
            return variables;
        }

        /** Callbacks since the last {@link #forget} whose response had a 2xx status. */
        private List<ReceivedCallback> told() {
            return world.orchestrator().traffic().exchanges().stream()
                    .filter(one -> one.status() / 100 == 2 || one.fault() == dev.darkroom.world.http.Fault.ENDLESS)
                    .map(one -> ReceivedCallback.of(one.request()))
                    .toList();
        }

        /** Waits for the end of all exchanges. An exchange ends shortly after its client, which has ended already. */
        private void awaitEndOfExchanges() throws InterruptedException {
            TrafficLog traffic = world.orchestrator().traffic();
            int requests = traffic.requests().size();
            if (requests > 0) {
                traffic.awaitExchange(requests, LONGEST_WAIT);
            }
        }

        private TaskSnapshot seen() throws InterruptedException {
            awaitEndOfExchanges();
            List<ReceivedCallback> told = new ArrayList<>(toldEarlier);
            told.addAll(told());
            String archiveKey = world.staging()
                    .head(WorkerPreconditions.REF)
                    .flatMap(ref -> ref.metadata("archive-key"))
                    .orElse("");
            return new TaskSnapshot(
                    objects(world.staging()),
                    archiveKey,
                    objects(world.archive()),
                    world.cdn().assets(),
                    world.orchestrator().taken(),
                    told);
        }

        private static Map<String, byte[]> objects(Bucket bucket) {
            Map<String, byte[]> objects = new LinkedHashMap<>();
            for (String key : bucket.keys()) {
                bucket.get(key).map(S3Object::bytes).ifPresent(bytes -> objects.put(key, bytes));
            }
            return objects;
        }
    }

    @Override
    public void close() {}
}
