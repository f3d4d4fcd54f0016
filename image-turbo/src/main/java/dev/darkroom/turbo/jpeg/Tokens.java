package dev.darkroom.turbo.jpeg;

import java.util.ArrayList;
import java.util.List;

/** What a scan says, in runs that grow without being copied: slot and symbol in the lowest bits, the bits that follow above. */
final class Tokens {
    private static final int RUN = 1 << 16;

    private final List<int[]> runs = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private int[] last = new int[RUN];
    private int end;

    /** Takes tokens in order. */
    interface Sink {
        void accept(int[] run, int count);
    }

    /** Where at least so many more can be put, from {@link #end} on. */
    int[] room(int most) {
        if (end + most > RUN) {
            runs.add(last);
            ends.add(end);
            last = new int[RUN];
            end = 0;
        }
        return last;
    }

    int end() {
        return end;
    }

    void filled(int newEnd) {
        end = newEnd;
    }

    void forEach(Sink sink) {
        for (int i = 0; i < runs.size(); i++) {
            sink.accept(runs.get(i), ends.get(i));
        }
        sink.accept(last, end);
    }

    /** How often each symbol of each slot is there. */
    int[] frequencies() {
        int[] frequencies = new int[1 << HuffmanOptimizer.SYMBOL_BITS];
        forEach((run, count) -> count(run, count, frequencies));
        return frequencies;
    }

    private static void count(int[] run, int count, int[] frequencies) {
        for (int i = 0; i < count; i++) {
            frequencies[run[i] & frequencies.length - 1]++;
        }
    }
}
