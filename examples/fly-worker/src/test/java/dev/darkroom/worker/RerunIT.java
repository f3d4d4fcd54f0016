package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.LocalServices;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.WorkerProcess.ProcessResult;
import dev.darkroom.world.http.Fault;
import dev.darkroom.world.http.HeldRequest;
import dev.darkroom.world.http.RequestMatcher;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that a task that runs again has the same result as a task that runs once. */
class RerunIT {
    @ParameterizedTest
    @EnumSource
    void afterAKillBeforeAnyStepARunMakesItWhole(TaskStep step) throws Exception {
        killedAndRunAgain(step, true);
    }

    @ParameterizedTest
    @EnumSource
    void afterAKillBeforeAnyAnswerARunMakesItWhole(TaskStep step) throws Exception {
        killedAndRunAgain(step, false);
    }

    private static void killedAndRunAgain(TaskStep step, boolean before) throws Exception {
        try (PausedWorker held = PausedWorker.at(step, before)) {
            WorkerFixture fixture = held.fixture();
            LocalServices world = fixture.world;
            Map<String, String> env = held.env();
            assertThat(held.worker().kill().exit()).isEqualTo(WorkerProcess.KILLED);
            held.gate().drop();
            boolean refWasWritten = world.staging().get(WorkerFixture.REF).isPresent();
            int registered = world.cdn().assets().size();

            ProcessResult again = fixture.run(env);
            assertThat(again.exit()).as(again.err()).isZero();
            List<ReceivedCallback> taken = world.orchestrator().taken();
            assertThat(taken).hasSize(step == TaskStep.CALL_BACK && !before ? 2 : 1);
            assertThat(world.orchestrator().attempts())
                    .extracting(ReceivedCallback::idempotencyKey)
                    .containsOnly(env.get("TASK_ID"));
            RegisteredAsset asset = TaskAssertions.whole(fixture, env, taken.get(taken.size() - 1));
            assertThat(asset.names()).containsExactly("thumb", "original");
            assertThat(world.archive().keys()).containsExactly("sunset.jpg");
            assertThat(world.staging().keys()).containsExactlyInAnyOrder(WorkerFixture.KEY, WorkerFixture.REF);
            assertThat(world.cdn().assets()).hasSize(refWasWritten ? registered : registered + 1);
        }
    }

    @Test
    void aFinishedTaskIsToldAgainAndNothingIsDoneTwice() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            LocalServices world = fixture.world;
            Map<String, String> env = fixture.uploadSmall();
            TaskAssertions.success(fixture, env, fixture.run(env));
            world.link().traffic().clear();
            world.cdn().traffic().clear();
            ProcessResult again = fixture.run(env);
            assertThat(again.exit()).as(again.err()).isZero();
            assertThat(world.link().traffic().requests(RequestMatcher.method("PUT")))
                    .isEmpty();
            assertThat(world.cdn().traffic().requests(RequestMatcher.method("POST")))
                    .isEmpty();
            List<ReceivedCallback> taken = world.orchestrator().taken();
            assertThat(taken).hasSize(2);
            TaskAssertions.whole(fixture, env, taken.get(1));
            assertThat(taken.get(1).idempotencyKey()).isEqualTo(taken.get(0).idempotencyKey());
            assertThat(taken.get(1).object("ref_data")).isEqualTo(taken.get(0).object("ref_data"));
            assertThat(taken.get(1).text("archive_r2_key")).isEqualTo("sunset.jpg");
        }
    }

    @Test
    void aRefWhoseAssetIsGoneIsMadeAnew() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            LocalServices world = fixture.world;
            Map<String, String> env = fixture.uploadSmall();
            RegisteredAsset first = TaskAssertions.success(fixture, env, fixture.run(env));
            world.cdn().remove(first.id());
            assertThat(fixture.run(env).exit()).isZero();
            RegisteredAsset second = TaskAssertions.whole(
                    fixture, env, world.orchestrator().taken().get(1));
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(world.archive().keys()).containsExactly("sunset.jpg");
        }
    }

    @Test
    void aDamagedRefIsMadeAnew() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            fixture.world.staging().put(WorkerFixture.REF, new byte[] {'{', '"', 'u'}, "application/json");
            TaskAssertions.success(fixture, env, fixture.run(env));
        }
    }

    @Test
    void stagingIsDeletedOnlyOnceTheCallbackWasTaken() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            LocalServices world = fixture.world;
            Map<String, String> env = fixture.uploadSmall();
            env.put("DELETE_STAGING", "true");
            world.orchestrator().script().fail(RequestMatcher.any(), 1, Fault.status(400));
            ProcessResult refused = fixture.run(env);
            assertThat(refused.exit()).as(refused.err()).isZero();
            assertThat(world.staging().keys()).containsExactlyInAnyOrder(WorkerFixture.KEY, WorkerFixture.REF);

            HeldRequest gate = world.orchestrator().script().holdBefore(RequestMatcher.any(), 1);
            WorkerProcess worker = fixture.start(env);
            gate.awaitReached(WorkerFixture.LIMIT);
            assertThat(world.staging().keys()).contains(WorkerFixture.KEY);
            gate.open();
            assertThat(worker.await(WorkerFixture.LIMIT).exit()).isZero();
            assertThat(world.staging().keys()).containsExactly(WorkerFixture.REF);

            ProcessResult third = fixture.run(env);
            assertThat(third.exit()).as(third.err()).isZero();
            TaskAssertions.whole(fixture, env, world.orchestrator().taken().get(1));
        }
    }

    @Test
    void stagingStaysWhenTheTaskFailed() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(new byte[] {1, 2, 3}, "image/jpeg");
            env.put("DELETE_STAGING", "true");
            TaskAssertions.error(fixture, env, fixture.run(env));
            assertThat(fixture.world.staging().keys()).containsExactly(WorkerFixture.KEY);
        }
    }
}
