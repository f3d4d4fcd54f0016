package dev.darkroom.crash.worker;

import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.network.PlannedFault;
import dev.darkroom.world.Jdk;
import dev.darkroom.world.WorkerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Starts the worker's jar as a process. Its timeouts are the real ones, so faults are short and never hang. */
public record WorkerJar(Path jar) implements WorkerOnSockets.WorkerLauncher {
    static final Duration LIMIT = Duration.ofMinutes(10);

    @Override
    public Set<FaultKind> faults() {
        return EnumSet.complementOf(EnumSet.of(FaultKind.HANG, FaultKind.REFUSED));
    }

    @Override
    public PlannedFault at(PlannedFault mishap) {
        return new PlannedFault(mishap.step(), mishap.fault(), 1, Math.min(mishap.times(), 2), mishap.variant());
    }

    @Override
    public WorkerOnSockets.RunningWorker start(Map<String, String> env) throws IOException {
        WorkerProcess process =
                WorkerProcess.start(Jdk.running(), jar, env, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");
        return new WorkerOnSockets.RunningWorker() {
            @Override
            public int await() throws InterruptedException {
                return process.await(LIMIT).exit();
            }

            @Override
            public void kill() throws InterruptedException {
                process.kill();
            }
        };
    }
}
