package dev.darkroom.crash.worker;

import dev.darkroom.crash.Case;
import dev.darkroom.crash.Fault;
import dev.darkroom.crash.Invariants;
import dev.darkroom.crash.Pictures;
import dev.darkroom.crash.Step;
import dev.darkroom.crash.Subject;
import dev.darkroom.crash.Verdict;
import dev.darkroom.crash.line.Mishap;
import dev.darkroom.world.Bucket;
import dev.darkroom.world.Callback;
import dev.darkroom.world.Gate;
import dev.darkroom.world.S3Server;
import dev.darkroom.world.StoredObject;
import dev.darkroom.world.Traffic;
import dev.darkroom.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The worker with its own clients on sockets, S3Proxy behind a link that fails, and a CDN and an orchestrator that do. */
public final class WorkerInWorld implements Subject {
    private static final byte[] UPLOAD = Pictures.jpeg(48, 32);
    private static final byte[] OTHER = Pictures.jpeg(20, 30);
    /** Where a whole service can be out of reach from the start. */
    private static final Map<WorkerStep, String> REFUSABLE = Map.of(
            WorkerStep.DOWNLOAD, "R2_ENDPOINT",
            WorkerStep.REGISTER, "CDN_API_URL",
            WorkerStep.CALL_BACK, "CALLBACK_URL");
    /** Nothing listens there: no program but root's gets it. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    /** Every 10 ms: until an exchange that does not end is a failure of its own. */
    private static final int MOST_LOOKS = 6000;

    private final S3Server s3;
    private final Worker worker;

    /** How the worker is started. */
    public interface Worker {
        Set<Fault> faults();

        /** Once, in a row, or as long as it lives: how often faults come that can be waited for. */
        Mishap at(Mishap mishap);

        Running start(Map<String, String> env) throws Exception;

        /**
         * One that does not wait long for what fails.
         *
         * @param failing where it meets mishaps
         */
        default Running startImpatient(Map<String, String> env, Set<WorkerStep> failing) throws Exception {
            return start(env);
        }
    }

    /** A worker that was started. */
    public interface Running {
        /** Its exit status. */
        int await() throws Exception;

        void kill() throws Exception;
    }

    /**
     * @param s3 stays the caller's to close
     */
    public WorkerInWorld(S3Server s3, Worker worker) {
        this.s3 = s3;
        this.worker = worker;
    }

    @Override
    public List<WorkerStep> steps() {
        return List.of(WorkerStep.values());
    }

    @Override
    public boolean has(Step step, Fault fault) {
        boolean refusable = fault != Fault.REFUSED || REFUSABLE.containsKey((WorkerStep) step);
        return refusable && worker.faults().contains(fault);
    }

    @Override
    public Verdict run(Case one) throws Exception {
        try (World world = World.on(s3)) {
            return new Run(one, world).verdict();
        }
    }

    /** One run in a world of its own. */
    private final class Run {
        private final Case one;
        private final World world;
        private final WorkerGiven given;
        private final Map<String, String> env;
        private final List<String> broken = new ArrayList<>();
        private final List<Callback> toldEarlier = new ArrayList<>();

        Run(Case one, World world) {
            this.one = one;
            this.world = world;
            this.given = WorkerGiven.of(one);
            this.env = prepared();
        }

        Verdict verdict() throws Exception {
            if (given.finished()) {
                int exit = worker.start(env).await();
                broken.addAll(new Invariants("before")
                        .ofCleanRun(exit, seen(), UPLOAD, given.canSucceed())
                        .broken());
            }
            WorkerSeen before = seen();
            forget();
            boolean killed = one.fault() == Fault.KILL;
            int exit = killed ? killed() : failing();
            int attempts = world.orchestrator().attempts().size();
            WorkerSeen after = seen();
            Invariants run = new Invariants("after the run").ofTask(before, after, UPLOAD);
            if (!killed) {
                boolean refused = one.fault() == Fault.REFUSED && one.step() == WorkerStep.CALL_BACK;
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
            WorkerSeen end = seen();
            broken.addAll(new Invariants("after the clean run")
                    .ofTask(before, end, UPLOAD)
                    .ofCleanRun(again, end, UPLOAD, given.canSucceed())
                    .broken());
            return new Verdict(true, broken);
        }

        private int killed() throws Exception {
            Mishap own = given.mishaps().get(0);
            given.mishaps().stream().skip(1).forEach(other -> faultsFor(other).add(other));
            WorldFaults faults = faultsFor(own);
            Gate gate = own.variant() % 2 == 0
                    ? faults.script().holdBefore(faults.match(own.step()), 1)
                    : faults.script().holdAfter(faults.match(own.step()), 1);
            Running running = worker.start(env);
            gate.awaitReached(WorkerJar.LIMIT);
            running.kill();
            gate.drop();
            return 137;
        }

        private int failing() throws Exception {
            Map<String, String> variables = new LinkedHashMap<>(env);
            for (Mishap mishap : given.mishaps()) {
                if (mishap.fault() == Fault.REFUSED) {
                    variables.put(REFUSABLE.getOrDefault((WorkerStep) mishap.step(), "CALLBACK_URL"), NOWHERE);
                } else {
                    faultsFor(mishap).add(worker.at(mishap));
                }
            }
            Set<WorkerStep> failing = given.mishaps().stream()
                    .map(mishap -> (WorkerStep) mishap.step())
                    .collect(Collectors.toSet());
            return worker.startImpatient(variables, failing).await();
        }

        private WorldFaults faultsFor(Mishap mishap) {
            return switch ((WorkerStep) mishap.step()) {
                case REGISTER, CONFIRM_ASSET, ASK_FOR_ASSET ->
                    new WorldFaults(world.cdn().script(), world.cdn().traffic());
                case CALL_BACK ->
                    new WorldFaults(
                            world.orchestrator().script(), world.orchestrator().traffic());
                default -> new WorldFaults(world.link().script(), world.link().traffic());
            };
        }

        /** All faults, and what was asked so far. */
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
            Map<String, String> variables = world.upload(WorkerGiven.KEY, UPLOAD, "image/jpeg");
            variables.putAll(given.settings());
            variables.put("VARIANTS", "thumb=16");
            world.staging().put("staging/batch_1/photos/moon.jpg", OTHER, "image/jpeg");
            world.archive().put("moon.jpg", OTHER, "image/jpeg");
            switch (given.archived()) {
                case THE_UPLOAD -> world.archive().put(WorkerGiven.NAME, UPLOAD, "image/jpeg");
                case ANOTHER_PICTURE -> world.archive().put(WorkerGiven.NAME, OTHER, "image/jpeg");
                case ANOTHER_OF_THAT_LENGTH -> {
                    byte[] other = Arrays.copyOf(UPLOAD, UPLOAD.length);
                    other[UPLOAD.length / 2] ^= 1;
                    world.archive().put(WorkerGiven.NAME, other, "image/jpeg");
                }
                case NOTHING -> {}
            }
            return variables;
        }

        /** Callbacks since the last {@link #forget} that were answered with a 2xx. */
        private List<Callback> told() {
            return world.orchestrator().traffic().exchanges().stream()
                    .filter(one -> one.status() / 100 == 2 || one.fault() == dev.darkroom.world.Fault.ENDLESS)
                    .map(one -> Callback.of(one.request()))
                    .toList();
        }

        /** Exchanges end a moment after their clients, who are gone by now. */
        private void awaitEndOfExchanges() throws InterruptedException {
            Traffic traffic = world.orchestrator().traffic();
            for (int i = 0;
                    i < MOST_LOOKS
                            && traffic.exchanges().size() < traffic.requests().size();
                    i++) {
                Thread.sleep(10);
            }
        }

        private WorkerSeen seen() throws InterruptedException {
            awaitEndOfExchanges();
            List<Callback> told = new ArrayList<>(toldEarlier);
            told.addAll(told());
            String archiveKey = world.staging()
                    .head(WorkerGiven.REF)
                    .flatMap(ref -> ref.metadata("archive-key"))
                    .orElse("");
            return new WorkerSeen(
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
                bucket.get(key).map(StoredObject::bytes).ifPresent(bytes -> objects.put(key, bytes));
            }
            return objects;
        }
    }

    @Override
    public void close() {}
}
