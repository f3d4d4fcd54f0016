package dev.darkroom.bench.soak;

import dev.darkroom.bench.leak.LeakUploads;
import dev.darkroom.bench.report.SoakPage;
import dev.darkroom.bench.result.Results;
import dev.darkroom.core.Bytes;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Soak test: {@code ./darkroom soak [MINUTES]}. It runs valid and hostile jobs with both families of codecs at full load, in one process
 * with a small heap. Every few seconds it pauses the load and measures the process. A value that grows after the first half is a leak.
 */
public final class Soak {
    private static final int THREADS = 2;
    private static final long SAMPLES = 240;
    private static final int USUAL_MINUTES = 20;
    private static final int PHOTO_WIDTH = 4000;
    private static final int PHOTO_HEIGHT = 3000;

    private final Path root;
    private final PrintStream out;
    private final List<ProcessSample> samples = new ArrayList<>();
    private final ReentrantReadWriteLock load = new ReentrantReadWriteLock(true);

    /**
     * @param root the folder of the repository
     */
    public Soak(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** Returns whether nothing grows. */
    public boolean run(List<String> arguments) throws Exception {
        int minutes = arguments.isEmpty() ? USUAL_MINUTES : Integer.parseInt(arguments.get(0));
        List<String> complaints = new ArrayList<>(run(Duration.ofMinutes(minutes)));
        complaints.addAll(GrowthCheck.complaints(samples));
        Map<String, Object> result = result(arguments, complaints);
        new Results(root.resolve("benchmarks/target/results")).keep("soak", result);
        if (minutes >= USUAL_MINUTES) {
            SoakPage.write(root);
            out.println("wrote " + root.resolve("docs/SOAK.md"));
        }
        complaints.forEach(complaint -> out.println("SOAK: " + complaint));
        return complaints.isEmpty();
    }

    /** Runs the load and takes the samples. Returns the defects of jobs. */
    List<String> run(Duration time) throws Exception {
        List<SoakWorker> workers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        LeakUploads uploads = LeakUploads.make();
        Bytes photo = Bytes.wrap(GeneratedPhoto.jpeg(PHOTO_WIDTH, PHOTO_HEIGHT));
        try {
            for (int i = 0; i < THREADS; i++) {
                SoakWorker worker = new SoakWorker(uploads, photo, i);
                workers.add(worker);
                threads.add(new Thread(() -> worker.run(load.readLock()), "soak-" + i));
            }
            threads.forEach(Thread::start);
            sample(time, workers);
        } finally {
            workers.forEach(SoakWorker::stop);
            for (Thread thread : threads) {
                thread.join();
            }
            for (SoakWorker worker : workers) {
                worker.close();
            }
        }
        return workers.stream()
                .flatMap(worker -> worker.defects().stream().limit(5))
                .toList();
    }

    private void sample(Duration time, List<SoakWorker> workers) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long pause = Math.max(TimeUnit.MILLISECONDS.toNanos(250), time.toNanos() / SAMPLES);
        while (System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(pause);
            load.writeLock().lock();
            try {
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
                ProcessSample vitals = ProcessSample.now(
                        seconds, workers.stream().mapToLong(SoakWorker::ended).sum());
                samples.add(vitals);
                if (samples.size() % (SAMPLES / 20) == 0) {
                    out.printf(
                            Locale.ROOT,
                            "%5d s %8d jobs (%d completed)  %4d MB resident, %4.1f MB heap, %d threads, %d descriptors,"
                                    + " %d temporary files%n",
                            vitals.seconds(),
                            vitals.jobs(),
                            workers.stream().mapToLong(SoakWorker::completed).sum(),
                            vitals.residentKib() / 1024,
                            vitals.heapKib() / 1024.0,
                            vitals.threads(),
                            vitals.descriptors(),
                            vitals.temporaryFiles());
                }
            } finally {
                load.writeLock().unlock();
            }
        }
    }

    private Map<String, Object> result(List<String> arguments, List<String> complaints) throws IOException {
        Map<String, Object> result = Results.begun("soak", arguments);
        ProcessSample last = samples.get(samples.size() - 1);
        result.put("seconds", last.seconds());
        result.put("jobs", last.jobs());
        result.put("threads", THREADS);
        result.put("growth", GrowthCheck.figures(samples));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ProcessSample sample : samples) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("seconds", sample.seconds());
            row.put("residentKib", sample.residentKib());
            row.put("heapKib", sample.heapKib());
            row.put("threads", sample.threads());
            row.put("descriptors", sample.descriptors());
            row.put("temporaryFiles", sample.temporaryFiles());
            rows.add(row);
        }
        result.put("samples", rows);
        result.put("complaints", complaints);
        return result;
    }
}
