package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.Asset;
import dev.darkroom.world.Callback;
import dev.darkroom.world.Fault;
import dev.darkroom.world.Gate;
import dev.darkroom.world.Match;
import dev.darkroom.world.WorkerProcess.Ended;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A task that is run again ends as if it had been run once. */
class RerunIT {
    @ParameterizedTest
    @EnumSource
    void afterAKillBeforeAnyStepARunMakesItWhole(Step step) throws Exception {
        killedAndRunAgain(step, true);
    }

    @ParameterizedTest
    @EnumSource
    void afterAKillBeforeAnyAnswerARunMakesItWhole(Step step) throws Exception {
        killedAndRunAgain(step, false);
    }

    private static void killedAndRunAgain(Step step, boolean before) throws Exception {
        try (Held held = Held.at(step, before)) {
            Rig rig = held.rig();
            World world = rig.world;
            Map<String, String> env = held.env();
            assertThat(held.worker().kill().exit()).isEqualTo(WorkerProcess.KILLED);
            held.gate().drop();
            boolean refWasWritten = world.staging().get(Rig.REF).isPresent();
            int registered = world.cdn().assets().size();

            Ended again = rig.run(env);
            assertThat(again.exit()).as(again.err()).isZero();
            List<Callback> taken = world.orchestrator().taken();
            assertThat(taken).hasSize(step == Step.CALL_BACK && !before ? 2 : 1);
            assertThat(world.orchestrator().attempts())
                    .extracting(Callback::idempotencyKey)
                    .containsOnly(env.get("TASK_ID"));
            Asset asset = Shown.whole(rig, env, taken.get(taken.size() - 1));
            assertThat(asset.names()).containsExactly("thumb", "original");
            assertThat(world.archive().keys()).containsExactly("sunset.jpg");
            assertThat(world.staging().keys()).containsExactlyInAnyOrder(Rig.KEY, Rig.REF);
            assertThat(world.cdn().assets()).hasSize(refWasWritten ? registered : registered + 1);
        }
    }

    @Test
    void aFinishedTaskIsToldAgainAndNothingIsDoneTwice() throws Exception {
        try (Rig rig = Rig.set()) {
            World world = rig.world;
            Map<String, String> env = rig.uploadSmall();
            Shown.success(rig, env, rig.run(env));
            world.link().traffic().clear();
            world.cdn().traffic().clear();
            Ended again = rig.run(env);
            assertThat(again.exit()).as(again.err()).isZero();
            assertThat(world.link().traffic().requests(Match.method("PUT"))).isEmpty();
            assertThat(world.cdn().traffic().requests(Match.method("POST"))).isEmpty();
            List<Callback> taken = world.orchestrator().taken();
            assertThat(taken).hasSize(2);
            Shown.whole(rig, env, taken.get(1));
            assertThat(taken.get(1).idempotencyKey()).isEqualTo(taken.get(0).idempotencyKey());
            assertThat(taken.get(1).object("ref_data")).isEqualTo(taken.get(0).object("ref_data"));
            assertThat(taken.get(1).text("archive_r2_key")).isEqualTo("sunset.jpg");
        }
    }

    @Test
    void aRefWhoseAssetIsGoneIsMadeAnew() throws Exception {
        try (Rig rig = Rig.set()) {
            World world = rig.world;
            Map<String, String> env = rig.uploadSmall();
            Asset first = Shown.success(rig, env, rig.run(env));
            world.cdn().remove(first.id());
            assertThat(rig.run(env).exit()).isZero();
            Asset second = Shown.whole(rig, env, world.orchestrator().taken().get(1));
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(world.archive().keys()).containsExactly("sunset.jpg");
        }
    }

    @Test
    void aDamagedRefIsMadeAnew() throws Exception {
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.uploadSmall();
            rig.world.staging().put(Rig.REF, new byte[] {'{', '"', 'u'}, "application/json");
            Shown.success(rig, env, rig.run(env));
        }
    }

    @Test
    void stagingIsDeletedOnlyOnceTheCallbackWasTaken() throws Exception {
        try (Rig rig = Rig.set()) {
            World world = rig.world;
            Map<String, String> env = rig.uploadSmall();
            env.put("DELETE_STAGING", "true");
            world.orchestrator().script().fail(Match.any(), 1, Fault.status(400));
            Ended refused = rig.run(env);
            assertThat(refused.exit()).as(refused.err()).isZero();
            assertThat(world.staging().keys()).containsExactlyInAnyOrder(Rig.KEY, Rig.REF);

            Gate gate = world.orchestrator().script().holdBefore(Match.any(), 1);
            WorkerProcess worker = rig.start(env);
            gate.awaitReached(Rig.LIMIT);
            assertThat(world.staging().keys()).contains(Rig.KEY);
            gate.open();
            assertThat(worker.await(Rig.LIMIT).exit()).isZero();
            assertThat(world.staging().keys()).containsExactly(Rig.REF);

            Ended third = rig.run(env);
            assertThat(third.exit()).as(third.err()).isZero();
            Shown.whole(rig, env, world.orchestrator().taken().get(1));
        }
    }

    @Test
    void stagingStaysWhenTheTaskFailed() throws Exception {
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.upload(new byte[] {1, 2, 3}, "image/jpeg");
            env.put("DELETE_STAGING", "true");
            Shown.error(rig, env, rig.run(env));
            assertThat(rig.world.staging().keys()).containsExactly(Rig.KEY);
        }
    }
}
