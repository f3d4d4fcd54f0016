package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.Jdk;
import dev.darkroom.world.WorkerProcess.ProcessResult;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationIT {
    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            nullValues = "missing",
            value = {
                "TASK_ID,              missing",
                "R2_SECRET_ACCESS_KEY, missing",
                "CDN_API_URL,          missing",
                "INPUT_FILE_NAME,      ../../etc/passwd",
                "INPUT_FILE_NAME,      ..",
                "INPUT_FILE_SIZE,      -1",
                "INPUT_FILE_SIZE,      many",
                "INPUT_R2_KEY,         a//b",
                "CDN_PUBLIC_URL,       ftp://cdn.example",
                "VARIANTS,             'thumb=400,thumb=500'",
                "VARIANTS,             'original=400'",
                "QUALITY,              101",
                "ARCHIVE_COLLISION,    ignore",
            })
    void aBadVariableIsNamedInOneLineAndInTheCallback(String name, String value) throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            if (value == null) {
                env.remove(name);
            } else {
                env.put(name, value);
            }
            ProcessResult ended = fixture.run(env);
            assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err().lines().filter(line -> line.contains(name))).hasSize(1);
            assertThat(ended.err()).doesNotContain("\tat ");
            assertThat(TaskAssertions.error(fixture, env)).startsWith(name + " is ");
            assertThat(fixture.world.link().traffic().requests()).isEmpty();
            TaskAssertions.noSecrets(fixture, env, ended);
        }
    }

    @ParameterizedTest(name = "CALLBACK_URL={0}")
    @CsvSource(
            nullValues = "missing",
            value = {"missing", "not a URL"})
    void withoutACallbackUrlTheLineIsAll(String value) throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            env.remove("CALLBACK_URL");
            if (value != null) {
                env.put("CALLBACK_URL", value);
            }
            ProcessResult ended = fixture.run(env);
            assertThat(ended.exit()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err()).contains("CALLBACK_URL is ").doesNotContain("\tat ");
            assertThat(fixture.world.link().traffic().requests()).isEmpty();
        }
    }

    @Test
    void tooMuchMetadataIsToldBeforeAnyWork() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            env.put("INPUT_CID", "x".repeat(2048));
            assertThat(fixture.run(env).exit()).isEqualTo(2);
            assertThat(TaskAssertions.error(fixture, env)).contains("metadata");
            assertThat(fixture.world.link().traffic().requests()).isEmpty();
        }
    }

    @Test
    void theJarRunsOnJava17() throws Exception {
        Optional<Jdk> jdk = Jdk.find(17);
        Assumptions.assumeTrue(jdk.isPresent(), "no JDK 17 was found: the worker was not tried on it");
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(QuadrantPictures.webp(500, 300, false), "image/webp");
            TaskAssertions.success(fixture, env, fixture.start(jdk.get(), env).await(WorkerFixture.LIMIT));
        }
    }
}
