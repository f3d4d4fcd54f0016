package dev.darkroom.core.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a scan, in arrays that are added without copying. The lowest bits of a token are slot and symbol. The bits above are the
 * additional bits that follow the symbol.
 */
public final class EntropyTokens {
    /** Number of Huffman tables: two for DC and two for AC, by class and destination of a DHT (T.81, B.2.4.2). */
    public static final int SLOTS = 4;

    public static final int FIRST_AC_SLOT = 2;
    /** Bits of a symbol and its slot. */
    public static final int SYMBOL_BITS = 10;

    public static final int MOST_PER_BLOCK = 64;

    private static final int RUN = 1 << 16;

    private final List<int[]> runs = new ArrayList<>();
    /** Number of tokens in each run before the current one. */
    private final List<Integer> ends = new ArrayList<>();

    private int[] current = new int[RUN];
    private int end;

    /** Creates an empty sequence. */
    public EntropyTokens() {
        runs.add(current);
    }

    /** Receives the tokens in order. */
    public interface Sink {
        void accept(int[] run, int count);
    }

    /** The array with space for at least {@code most} more tokens, starting at {@link #end}. */
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

    /** The frequency of each symbol of each slot. */
    public int[] frequencies() {
        int[] frequencies = new int[1 << SYMBOL_BITS];
        forEach((run, count) -> count(run, count, frequencies));
        return frequencies;
    }

    /**
     * Removes all tokens.
     *
     * @param mostRuns maximum number of arrays of 256 KiB that are kept for reuse; one is always kept
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
