package dev.darkroom.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Runs every step with every fault and several seeds. */
public final class CrashMatrix {
    private CrashMatrix() {}

    /** The cases of at least {@code runs} runs, evenly distributed over all steps and faults. */
    public static List<CrashCase> cases(
            SystemUnderTest subject, int runs, long firstSeed, Predicate<CrashCase> wanted) {
        List<CrashCase> once = new ArrayList<>();
        for (RequestStep step : subject.steps()) {
            for (FaultKind fault : FaultKind.values()) {
                CrashCase one = new CrashCase(step, fault, firstSeed);
                if (subject.has(step, fault) && wanted.test(one)) {
                    once.add(one);
                }
            }
        }
        List<CrashCase> all = new ArrayList<>();
        for (long seed = firstSeed; all.size() < runs && !once.isEmpty(); seed++) {
            for (CrashCase one : once) {
                all.add(new CrashCase(one.step(), one.fault(), seed));
            }
        }
        return all;
    }

    /** Runs the cases on a number of threads. Each thread has its own system under test. */
    public static CrashResults run(CrashTarget part, List<CrashCase> cases, int threads) {
        CrashResults table = new CrashResults(part);
        AtomicInteger next = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    try (SystemUnderTest subject = part.open()) {
                        for (int at = next.getAndIncrement(); at < cases.size(); at = next.getAndIncrement()) {
                            table.add(cases.get(at), verdict(subject, cases.get(at)));
                        }
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            return table;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            executor.shutdownNow();
        }
    }

    /** The result of a case, also if the run itself throws. */
    static CrashResult verdict(SystemUnderTest subject, CrashCase one) {
        try {
            return subject.run(one);
        } catch (Exception | Error e) {
            return new CrashResult(
                    true,
                    List.of("the run itself failed: " + e + " at "
                            + List.of(e.getStackTrace()).stream().limit(6).toList()));
        }
    }
}
