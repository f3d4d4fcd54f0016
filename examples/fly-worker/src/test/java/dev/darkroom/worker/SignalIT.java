package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.Callback;
import dev.darkroom.world.Fault;
import dev.darkroom.world.Gate;
import dev.darkroom.world.Match;
import dev.darkroom.world.WorkerProcess.Ended;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.World;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A worker that is told to stop says how far it came, within the time that its platform leaves it. That is more than the usual five
 * seconds here, for a machine may be busy, and less than any service is waited for otherwise, so that who waits for one is late.
 */
class SignalIT {
    static final String STOP_SECONDS = "29";
    /** Until the hanging orchestrator has been given up, which takes four fifths of it. */
    private static final String FEW_STOP_SECONDS = "15";

    private static final String LATE = "out of time";

    @ParameterizedTest
    @EnumSource
    void sigtermBeforeAnyStepIsToldInTime(Step step) throws Exception {
        terminated(step, true);
    }

    @ParameterizedTest
    @EnumSource
    void sigtermBeforeAnyAnswerIsToldInTime(Step step) throws Exception {
        terminated(step, false);
    }

    private static void terminated(Step step, boolean before) throws Exception {
        try (Held held = Held.at(step, before)) {
            Rig rig = held.rig();
            World world = rig.world;
            Map<String, String> env = held.env();
            long start = System.nanoTime();
            held.worker().terminate();
            Ended ended = held.worker().await(Rig.LIMIT);
            System.out.println("stopped at " + step + " after " + Duration.ofNanos(System.nanoTime() - start));
            assertThat(ended.err()).doesNotContain(LATE);
            assertThat(ended.exit()).as(ended.err()).isEqualTo(WorkerProcess.TERMINATED);
            boolean refIsWritten = world.staging().get(Rig.REF).isPresent();
            assertThat(refIsWritten).isEqualTo(step == Step.CALL_BACK || step == Step.WRITE_REF && !before);
            if (refIsWritten) {
                Callback last = world.orchestrator()
                        .taken()
                        .get(world.orchestrator().taken().size() - 1);
                Shown.whole(rig, env, last);
            } else {
                Shown.error(rig, env);
            }
            Shown.noSecrets(rig, env, ended);
        }
    }

    @Test
    void sigintIsToldToo() throws Exception {
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.uploadSmall();
            env.put("STOP_SECONDS", STOP_SECONDS);
            Gate gate = Step.DOWNLOAD.hold(rig.world, env, true);
            WorkerProcess worker = rig.start(env);
            gate.awaitReached(Rig.LIMIT);
            worker.interrupt();
            assertThat(worker.await(Rig.LIMIT).exit()).isEqualTo(WorkerProcess.INTERRUPTED);
            assertThat(Shown.error(rig, env)).isNotEmpty();
        }
    }

    @Test
    void anOrchestratorThatHangsDoesNotKeepAStoppedWorker() throws Exception {
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.uploadSmall();
            env.put("STOP_SECONDS", FEW_STOP_SECONDS);
            rig.world.orchestrator().script().failAlways(Match.any(), Fault.HANG);
            Gate gate = Step.DOWNLOAD.hold(rig.world, env, true);
            WorkerProcess worker = rig.start(env);
            gate.awaitReached(Rig.LIMIT);
            worker.terminate();
            Ended ended = worker.await(Rig.LIMIT);
            assertThat(ended.exit()).isEqualTo(WorkerProcess.TERMINATED);
            assertThat(rig.world.orchestrator().attempts()).isNotEmpty();
            assertThat(ended.err()).contains("could not be told");
        }
    }

    @Test
    void aStoppedTaskRunsToItsEndWhenItIsRunAgain() throws Exception {
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.uploadSmall();
            env.put("STOP_SECONDS", STOP_SECONDS);
            Gate gate = Step.WRITE_REF.hold(rig.world, env, true);
            WorkerProcess worker = rig.start(env);
            gate.awaitReached(Rig.LIMIT);
            worker.terminate();
            worker.await(Rig.LIMIT);
            gate.drop();
            assertThat(rig.run(env).exit()).isZero();
            Shown.whole(rig, env, rig.world.orchestrator().taken().get(1));
            assertThat(rig.world.archive().keys()).containsExactly("sunset.jpg");
        }
    }
}
