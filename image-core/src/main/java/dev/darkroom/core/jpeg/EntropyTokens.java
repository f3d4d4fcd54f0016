package dev.darkroom.core.jpeg;

import java.util.ArrayList;
import java.util.List;

/** What a scan says, in runs that grow without being copied: slot and symbol in the lowest bits, the bits that follow above. */
public final class EntropyTokens {
    /** Two tables for DC, two for AC: class and destination of a DHT (T.81, B.2.4.2). */
    public static final int SLOTS = 4;

    public static final int FIRST_AC_SLOT = 2;
    /** A symbol and its slot. */
    public static final int SYMBOL_BITS = 10;

    public static final int MOST_PER_BLOCK = 64;

    private static final int RUN = 1 << 16;

    private final List<int[]> runs = new ArrayList<>();
    /** Of the runs before the current one. */
    private final List<Integer> ends = new ArrayList<>();

    private int[] current = new int[RUN];
    private int end;

    /** None yet. */
    public EntropyTokens() {
        runs.add(current);
    }

    /** Takes tokens in order. */
    public interface Sink {
        void accept(int[] run, int count);
    }

    /** Where at least so many more can be put, from {@link #end} on. */
    public int[] room(int most) {
        if (end + most > RUN) {
            ends.add(end);
            end = 0;
            if (ends.size() == runs.size()) {
                runs.add(new int[RUN]);
            }
            current = runs.get(ends.size());
        }
        return current;
    }

    public int end() {
        return end;
    }

    public void filled(int newEnd) {
        end = newEnd;
    }

    public void forEach(Sink sink) {
        for (int i = 0; i < ends.size(); i++) {
            sink.accept(runs.get(i), ends.get(i));
        }
        sink.accept(current, end);
    }

    /** How often each symbol of each slot is there. */
    public int[] frequencies() {
        int[] frequencies = new int[1 << SYMBOL_BITS];
        forEach((run, count) -> count(run, count, frequencies));
        return frequencies;
    }

    /**
     * For what was taken to be forgotten.
     *
     * @param mostRuns so many arrays of 256 KiB are kept to be filled again, one at least
     */
    public void clear(int mostRuns) {
        ends.clear();
        current = runs.get(0);
        end = 0;
        if (runs.size() > mostRuns) {
            runs.subList(mostRuns, runs.size()).clear();
        }
    }

    private static void count(int[] run, int count, int[] frequencies) {
        for (int i = 0; i < count; i++) {
            frequencies[run[i] & frequencies.length - 1]++;
        }
    }
}
