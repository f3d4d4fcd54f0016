package dev.darkroom.hostile.mutation;

import dev.darkroom.hostile.CodecFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Runs thousands of mutants with both families. As a program: {@code [COUNT]}. Exit status: 1 if a mutant violates the contract. */
public final class MutationRun {
    private static final int COUNT = 20_000;
    private static final int THREADS = 2;

    private MutationRun() {}

    public static void main(String... arguments) {
        int count = arguments.length == 0 ? COUNT : Integer.parseInt(arguments[0]);
        CodecFamily.FAST_LANE
                .absence()
                .ifPresent(reason -> System.out.println("Only the portable family is available: " + reason));
        MutationCounts tally = run(count);
        tally.lines().forEach(System.out::println);
        System.out.println(tally.count() + " mutants, " + tally.faults().size() + " faults");
        System.exit(tally.faults().isEmpty() ? 0 : 1);
    }

    /** Runs the first {@code count} mutants. */
    static MutationCounts run(int count) {
        List<Original> originals = Original.all();
        MutationCounts tally = new MutationCounts();
        AtomicLong next = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(CompletableFuture.runAsync(() -> work(originals, next, count, tally), threads));
            }
            running.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
        return tally;
    }

    private static void work(List<Original> originals, AtomicLong next, int count, MutationCounts tally) {
        try (BothCodecFamilies families = new BothCodecFamilies()) {
            for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                Mutant mutant = Mutant.of(originals, number);
                try {
                    Map<CodecFamily, MutantResult> verdicts = families.process(mutant.bytes());
                    tally.add(mutant, verdicts);
                } catch (RuntimeException | Error e) {
                    tally.fault(mutant, e);
                }
            }
        }
    }
}
