package dev.darkroom.crash.worker;

import dev.darkroom.cdn.Callback;
import dev.darkroom.cdn.CdnPublisher;
import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.network.PlannedFault;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Timeouts;
import dev.darkroom.storage.s3.S3Store;
import dev.darkroom.worker.WorkerRun;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Runs the worker in this process, with short timeouts for failing services. It cannot be killed. */
public final class InProcessWorker implements WorkerOnSockets.WorkerLauncher {
    private static final Timeouts SHORT_TIMEOUTS =
            new Timeouts(Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMillis(1600));

    private static final Set<WorkerStep> CDN =
            EnumSet.of(WorkerStep.REGISTER, WorkerStep.CONFIRM_ASSET, WorkerStep.ASK_FOR_ASSET);

    @Override
    public Set<FaultKind> faults() {
        return EnumSet.complementOf(EnumSet.of(FaultKind.KILL));
    }

    @Override
    public PlannedFault at(PlannedFault mishap) {
        return mishap.atOnce();
    }

    @Override
    public WorkerOnSockets.RunningWorker start(Map<String, String> env) {
        return startImpatient(env, Set.of());
    }

    @Override
    public WorkerOnSockets.RunningWorker startImpatient(Map<String, String> env, Set<WorkerStep> failing) {
        return new WorkerOnSockets.RunningWorker() {
            @Override
            public int await() {
                return run(env, failing);
            }

            @Override
            public void kill() {
                throw new UnsupportedOperationException("this process cannot be killed");
            }
        };
    }

    private static int run(Map<String, String> env, Set<WorkerStep> failing) {
        Timeouts forCdn = failing.stream().anyMatch(CDN::contains) ? SHORT_TIMEOUTS : Timeouts.standard();
        Timeouts forCallback = failing.contains(WorkerStep.CALL_BACK) ? SHORT_TIMEOUTS : Callback.DEFAULT_TIMEOUTS;
        Timeouts forBuckets = failing.stream().anyMatch(step -> step != WorkerStep.CALL_BACK && !CDN.contains(step))
                ? SHORT_TIMEOUTS
                : Timeouts.standard();
        URI cdnUrl = URI.create(env.getOrDefault("CDN_API_URL", ""));
        URI publicUrl = URI.create(env.getOrDefault("CDN_PUBLIC_URL", ""));
        URI callbackUrl = URI.create(env.getOrDefault("CALLBACK_URL", ""));
        try (ObjectStore staging = bucket(env, "R2_BUCKET", forBuckets);
                ObjectStore archive = bucket(env, "ARCHIVE_BUCKET", forBuckets);
                CdnPublisher cdn = CdnPublisher.builder(cdnUrl)
                        .publicUrl(publicUrl)
                        .timeouts(forCdn)
                        .build();
                Callback callback =
                        Callback.builder(callbackUrl).timeouts(forCallback).build()) {
            return new WorkerRun(
                            env, Map.of("R2_BUCKET", staging, "ARCHIVE_BUCKET", archive), cdn, callback, event -> {})
                    .run(forCallback);
        }
    }

    private static ObjectStore bucket(Map<String, String> env, String name, Timeouts timeouts) {
        return S3Store.r2(
                        "account",
                        env.getOrDefault("R2_ACCESS_KEY_ID", ""),
                        env.getOrDefault("R2_SECRET_ACCESS_KEY", ""),
                        env.getOrDefault(name, ""))
                .endpoint(URI.create(env.getOrDefault("R2_ENDPOINT", "")))
                .timeouts(timeouts)
                .open();
    }
}
