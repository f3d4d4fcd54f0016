package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.world.Jdk;
import dev.darkroom.world.WorkerProcess;
import dev.darkroom.world.http.HeldRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the launcher script. The worker replaces the process of the script. A valid AOT cache is used, and an invalid one is ignored. */
class LauncherIT {
    @Test
    void aRecordedCacheIsUsed(@TempDir Path folder) throws Exception {
        assumeTrue(Jdk.running().feature() >= 25, "not applicable: AOT caches are recorded by Java 25 and later");
        Path cache = folder.resolve("worker.aot");
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            TaskAssertions.success(
                    fixture,
                    env,
                    fixture.launch(Jdk.running(), env, "--record", cache.toString())
                            .await(WorkerFixture.LIMIT));
        }
        assertThat(cache).isNotEmptyFile();
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            env.put("WORKER_AOT_CACHE", cache.toString());
            env.put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"); // ends the process if the cache cannot be used
            TaskAssertions.success(
                    fixture, env, fixture.launch(Jdk.running(), env).await(WorkerFixture.LIMIT));
        }
    }

    @Test
    void aCacheThatCannotBeUsedChangesNothing(@TempDir Path folder) throws Exception {
        Path cache = Files.writeString(folder.resolve("worker.aot"), "no cache at all".repeat(1000));
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            env.put("WORKER_AOT_CACHE", cache.toString());
            TaskAssertions.success(
                    fixture, env, fixture.launch(Jdk.running(), env).await(WorkerFixture.LIMIT));
        }
    }

    @Test
    void aJavaThatKnowsNoCacheIsStartedAllTheSame(@TempDir Path folder) throws Exception {
        Optional<Jdk> old = Jdk.find(17);
        assumeTrue(old.isPresent(), "no Java 17 is here");
        Path cache = Files.writeString(folder.resolve("worker.aot"), "of another Java");
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            env.put("WORKER_AOT_CACHE", cache.toString());
            TaskAssertions.success(fixture, env, fixture.launch(old.get(), env).await(WorkerFixture.LIMIT));
        }
    }

    @Test
    void aSignalReachesTheWorker() throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.uploadSmall();
            HeldRequest gate = TaskStep.DOWNLOAD.hold(fixture.world, env, true);
            WorkerProcess worker = fixture.launch(Jdk.running(), env);
            gate.awaitReached(WorkerFixture.LIMIT);
            worker.terminate();
            assertThat(worker.await(WorkerFixture.LIMIT).exit()).isEqualTo(WorkerProcess.TERMINATED);
            assertThat(TaskAssertions.error(fixture, env)).isNotEmpty();
        }
    }
}
