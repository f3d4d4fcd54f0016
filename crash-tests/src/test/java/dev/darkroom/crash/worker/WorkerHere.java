package dev.darkroom.crash.worker;

import dev.darkroom.cdn.Callback;
import dev.darkroom.cdn.CdnPublisher;
import dev.darkroom.crash.Fault;
import dev.darkroom.crash.line.Mishap;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Patience;
import dev.darkroom.storage.s3.S3Store;
import dev.darkroom.worker.WorkerRun;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The worker in this process, with little patience for services that fail. It cannot be killed. */
public final class WorkerHere implements WorkerInWorld.Worker {
    private static final Patience LITTLE =
            new Patience(Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMillis(1600));

    private static final Set<WorkerStep> CDN =
            EnumSet.of(WorkerStep.REGISTER, WorkerStep.CONFIRM_ASSET, WorkerStep.ASK_FOR_ASSET);

    @Override
    public Set<Fault> faults() {
        return EnumSet.complementOf(EnumSet.of(Fault.KILL));
    }

    @Override
    public Mishap at(Mishap mishap) {
        return mishap.atOnce();
    }

    @Override
    public WorkerInWorld.Running start(Map<String, String> env) {
        return startImpatient(env, Set.of());
    }

    @Override
    public WorkerInWorld.Running startImpatient(Map<String, String> env, Set<WorkerStep> failing) {
        return new WorkerInWorld.Running() {
            @Override
            public int await() {
                return run(env, failing);
            }

            @Override
            public void kill() {
                throw new UnsupportedOperationException("this very process");
            }
        };
    }

    private static int run(Map<String, String> env, Set<WorkerStep> failing) {
        Patience forCdn = failing.stream().anyMatch(CDN::contains) ? LITTLE : Patience.standard();
        Patience forCallback = failing.contains(WorkerStep.CALL_BACK) ? LITTLE : Callback.PATIENCE;
        Patience forBuckets = failing.stream().anyMatch(step -> step != WorkerStep.CALL_BACK && !CDN.contains(step))
                ? LITTLE
                : Patience.standard();
        URI cdnUrl = URI.create(env.getOrDefault("CDN_API_URL", ""));
        URI publicUrl = URI.create(env.getOrDefault("CDN_PUBLIC_URL", ""));
        URI callbackUrl = URI.create(env.getOrDefault("CALLBACK_URL", ""));
        try (ObjectStore staging = bucket(env, "R2_BUCKET", forBuckets);
                ObjectStore archive = bucket(env, "ARCHIVE_BUCKET", forBuckets);
                CdnPublisher cdn = CdnPublisher.builder(cdnUrl)
                        .publicUrl(publicUrl)
                        .patience(forCdn)
                        .build();
                Callback callback =
                        Callback.builder(callbackUrl).patience(forCallback).build()) {
            return new WorkerRun(
                            env, Map.of("R2_BUCKET", staging, "ARCHIVE_BUCKET", archive), cdn, callback, event -> {})
                    .run(forCallback);
        }
    }

    private static ObjectStore bucket(Map<String, String> env, String name, Patience patience) {
        return S3Store.r2(
                        "account",
                        env.getOrDefault("R2_ACCESS_KEY_ID", ""),
                        env.getOrDefault("R2_SECRET_ACCESS_KEY", ""),
                        env.getOrDefault(name, ""))
                .endpoint(URI.create(env.getOrDefault("R2_ENDPOINT", "")))
                .patience(patience)
                .open();
    }
}
