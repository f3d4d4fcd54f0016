package dev.darkroom.crash.worker;

import dev.darkroom.crash.Fault;
import dev.darkroom.crash.line.Mishap;
import dev.darkroom.world.Jdk;
import dev.darkroom.world.WorkerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The worker's jar, in a process of its own. Its patience is the real one, so faults are over soon, and none is a hang. */
public record WorkerJar(Path jar) implements WorkerInWorld.Worker {
    static final Duration LIMIT = Duration.ofMinutes(10);

    @Override
    public Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.HANG, Fault.REFUSED));
    }

    @Override
    public Mishap at(Mishap mishap) {
        return new Mishap(mishap.step(), mishap.fault(), 1, Math.min(mishap.times(), 2), mishap.variant());
    }

    @Override
    public WorkerInWorld.Running start(Map<String, String> env) throws IOException {
        WorkerProcess process =
                WorkerProcess.start(Jdk.running(), jar, env, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");
        return new WorkerInWorld.Running() {
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
