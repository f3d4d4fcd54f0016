package dev.darkroom.bench.soak;

import dev.darkroom.bench.leak.LeakJobs;
import dev.darkroom.bench.leak.LeakUploads;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.Pipeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;

/** One thread of load. It runs jobs of every kind in turn, with both families of codecs. */
final class SoakWorker implements AutoCloseable {
    private static final long MEMORY = 48 * Limits.MIB;
    private static final int HOSTILE_PER_ROUND = 20;

    private final List<Callable<Outcome>> jobs = new ArrayList<>();
    private final List<Runnable> closing = new ArrayList<>();
    private final AtomicLong completed = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final Queue<String> defects = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /**
     * @param photo a large photograph
     */
    SoakWorker(LeakUploads uploads, Bytes photo, long seed) {
        HostileUploads hostile = new HostileUploads(uploads, seed);
        for (SoakCodecs codecs : SoakCodecs.values()) {
            LeakJobs small = new LeakJobs(uploads, codecs.builder().memory(MEMORY));
            closing.add(small::close);
            Pipeline pipeline = codecs.builder()
                    .memory(MEMORY)
                    .limits(Limits.untrusted().maxPixels(40_000_000).deadline(Duration.ofSeconds(20)))
                    .variant(Variant.named("large").limit(1600).encode(Encoding.jpeg()))
                    .variant(Variant.named("small").limit(400).encode(Encoding.webp()))
                    .variant(Variant.named("icon").limit(64).encode(Encoding.png()))
                    .variant(Variant.rewritten("original"))
                    .build();
            closing.add(pipeline::close);
            jobs.add(() -> pipeline.process(Source.of(photo), Map.of()));
            small.kinds().values().forEach(kind -> jobs.add(kind.job()));
            for (int i = 0; i < HOSTILE_PER_ROUND; i++) {
                jobs.add(() -> pipeline.process(Source.of(hostile.next()), Map.of()));
            }
        }
    }

    /** Runs jobs until it is stopped. A job starts only while no sample is taken. */
    void run(Lock load) {
        for (int job = 0; !stopped; job = (job + 1) % jobs.size()) {
            load.lock();
            try {
                count(jobs.get(job).call());
            } catch (Exception | Error e) { // no job may throw
                defects.add(String.valueOf(e));
            } finally {
                load.unlock();
            }
        }
    }

    private void count(Outcome outcome) {
        ended.incrementAndGet();
        if (outcome instanceof Outcome.Completed) {
            completed.incrementAndGet();
        } else if (outcome instanceof Outcome.Failed failed
                && failed.failure() instanceof Failure.Defect defect
                && !defect.message().contains("on purpose")) {
            defects.add(defect.message());
        }
    }

    void stop() {
        stopped = true;
    }

    long ended() {
        return ended.get();
    }

    long completed() {
        return completed.get();
    }

    /** The defects of the jobs so far. Every entry is an error. */
    Queue<String> defects() {
        return defects;
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
