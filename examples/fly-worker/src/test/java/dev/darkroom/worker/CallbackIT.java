package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.http.Fault;
import dev.darkroom.world.http.RequestMatcher;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbackIT {
    private static final String SECRET = "whsec-4f1d7c0e9b";

    @Test
    void callbacksAreSignedAndRepetitionsCanBeTold() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            fixture.world.orchestrator().requireSignature(SECRET);
            Map<String, String> env = fixture.uploadSmall();
            env.put("CALLBACK_SECRET", SECRET);
            fixture.world.orchestrator().script().fail(RequestMatcher.any(), 1, Fault.LOST_ANSWER);
            var ended = fixture.run(env);
            assertThat(ended.exit()).as(ended.err()).isZero();
            assertThat(fixture.world.orchestrator().taken())
                    .hasSize(2)
                    .extracting(callback -> callback.idempotencyKey())
                    .containsOnly(env.get("TASK_ID"));
            TaskAssertions.whole(
                    fixture, env, fixture.world.orchestrator().taken().get(0));
            TaskAssertions.noSecrets(fixture, env, ended);
        }
    }

    @Test
    void withoutASecretNothingIsSigned() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(fixture.world.orchestrator().taken().get(0).headers().first("X-Darkroom-Signature"))
                    .isEmpty();
            assertThat(fixture.world.orchestrator().taken().get(0).headers().first("Content-Type"))
                    .contains("application/json");
        }
    }
}
