package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.LocalServices;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.WorkerProcess.ProcessResult;
import dev.darkroom.world.http.Fault;
import dev.darkroom.world.http.HeldRequest;
import dev.darkroom.world.http.RequestMatcher;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that a worker reports its result within the stop time after a signal. The stop time here is longer than the usual five seconds,
 * because the machine may be busy. It is shorter than any timeout of a service, so a worker that still waits for a service is late.
 */
class SignalIT {
    static final String STOP_SECONDS = "29";
    /** Stop time for the test with an orchestrator that does not reply. The worker uses four fifths of it before it gives up. */
    private static final String FEW_STOP_SECONDS = "15";

    private static final String LATE = "out of time";

    @ParameterizedTest
    @EnumSource
    void sigtermBeforeAnyStepIsToldInTime(TaskStep step) throws Exception {
        terminated(step, true);
    }

    @ParameterizedTest
    @EnumSource
    void sigtermBeforeAnyAnswerIsToldInTime(TaskStep step) throws Exception {
        terminated(step, false);
    }

    private static void terminated(TaskStep step, boolean before) throws Exception {
        try (PausedWorker held = PausedWorker.at(step, before)) {
            WorkerFixture fixture = held.fixture();
            LocalServices world = fixture.world;
            Map<String, String> env = held.env();
            long start = System.nanoTime();
            held.worker().terminate();
            ProcessResult ended = held.worker().await(WorkerFixture.LIMIT);
            System.out.println("stopped at " + step + " after " + Duration.ofNanos(System.nanoTime() - start));
            assertThat(ended.err()).doesNotContain(LATE);
            assertThat(ended.exit()).as(ended.err()).isEqualTo(WorkerProcess.TERMINATED);
            boolean refIsWritten = world.staging().get(WorkerFixture.REF).isPresent();
            assertThat(refIsWritten).isEqualTo(step == TaskStep.CALL_BACK || step == TaskStep.WRITE_REF && !before);
            if (refIsWritten) {
                ReceivedCallback last = world.orchestrator()
                        .taken()
                        .get(world.orchestrator().taken().size() - 1);
                TaskAssertions.whole(fixture, env, last);
            } else {
                TaskAssertions.error(fixture, env);
            }
            TaskAssertions.noSecrets(fixture, env, ended);
        }
    }

    @Test
    void sigintIsToldToo() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            env.put("STOP_SECONDS", STOP_SECONDS);
            HeldRequest gate = TaskStep.DOWNLOAD.hold(fixture.world, env, true);
            WorkerProcess worker = fixture.start(env);
            gate.awaitReached(WorkerFixture.LIMIT);
            worker.interrupt();
            assertThat(worker.await(WorkerFixture.LIMIT).exit()).isEqualTo(WorkerProcess.INTERRUPTED);
            assertThat(TaskAssertions.error(fixture, env)).isNotEmpty();
        }
    }

    @Test
    void anOrchestratorThatHangsDoesNotKeepAStoppedWorker() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            env.put("STOP_SECONDS", FEW_STOP_SECONDS);
            fixture.world.orchestrator().script().failAlways(RequestMatcher.any(), Fault.HANG);
            HeldRequest gate = TaskStep.DOWNLOAD.hold(fixture.world, env, true);
            WorkerProcess worker = fixture.start(env);
            gate.awaitReached(WorkerFixture.LIMIT);
            worker.terminate();
            ProcessResult ended = worker.await(WorkerFixture.LIMIT);
            assertThat(ended.exit()).isEqualTo(WorkerProcess.TERMINATED);
            assertThat(fixture.world.orchestrator().attempts()).isNotEmpty();
            assertThat(ended.err()).contains("could not be reported");
        }
    }

    @Test
    void aStoppedTaskRunsToItsEndWhenItIsRunAgain() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            env.put("STOP_SECONDS", STOP_SECONDS);
            HeldRequest gate = TaskStep.WRITE_REF.hold(fixture.world, env, true);
            WorkerProcess worker = fixture.start(env);
            gate.awaitReached(WorkerFixture.LIMIT);
            worker.terminate();
            worker.await(WorkerFixture.LIMIT);
            gate.drop();
            assertThat(fixture.run(env).exit()).isZero();
            TaskAssertions.whole(
                    fixture, env, fixture.world.orchestrator().taken().get(1));
            assertThat(fixture.world.archive().keys()).containsExactly("sunset.jpg");
        }
    }
}
