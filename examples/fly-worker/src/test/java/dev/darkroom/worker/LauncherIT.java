package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.world.Gate;
import dev.darkroom.world.Jdk;
import dev.darkroom.world.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher: its process is the worker's, and a cache makes it faster or changes nothing. */
class LauncherIT {
    @Test
    void aRecordedCacheIsUsed(@TempDir Path folder) throws Exception {
        assumeTrue(Jdk.running().feature() >= 25, "not applicable: AOT caches are recorded by Java 25 and later");
        Path cache = folder.resolve("worker.aot");
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.uploadSmall();
            Shown.success(
                    rig,
                    env,
                    rig.launch(Jdk.running(), env, "--record", cache.toString()).await(Rig.LIMIT));
        }
        assertThat(cache).isNotEmptyFile();
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.uploadSmall();
            env.put("WORKER_AOT_CACHE", cache.toString());
            env.put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"); // which ends the process where the cache cannot be used
            Shown.success(rig, env, rig.launch(Jdk.running(), env).await(Rig.LIMIT));
        }
    }

    @Test
    void aCacheThatCannotBeUsedChangesNothing(@TempDir Path folder) throws Exception {
        Path cache = Files.writeString(folder.resolve("worker.aot"), "no cache at all".repeat(1000));
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.uploadSmall();
            env.put("WORKER_AOT_CACHE", cache.toString());
            Shown.success(rig, env, rig.launch(Jdk.running(), env).await(Rig.LIMIT));
        }
    }

    @Test
    void aJavaThatKnowsNoCacheIsStartedAllTheSame(@TempDir Path folder) throws Exception {
        Optional<Jdk> old = Jdk.find(17);
        assumeTrue(old.isPresent(), "no Java 17 is here");
        Path cache = Files.writeString(folder.resolve("worker.aot"), "of another Java");
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.uploadSmall();
            env.put("WORKER_AOT_CACHE", cache.toString());
            Shown.success(rig, env, rig.launch(old.get(), env).await(Rig.LIMIT));
        }
    }

    @Test
    void aSignalReachesTheWorker() throws Exception {
        try (Rig rig = Rig.set()) {
            Map<String, String> env = rig.uploadSmall();
            Gate gate = Step.DOWNLOAD.hold(rig.world, env, true);
            WorkerProcess worker = rig.launch(Jdk.running(), env);
            gate.awaitReached(Rig.LIMIT);
            worker.terminate();
            assertThat(worker.await(Rig.LIMIT).exit()).isEqualTo(WorkerProcess.TERMINATED);
            assertThat(Shown.error(rig, env)).isNotEmpty();
        }
    }
}
