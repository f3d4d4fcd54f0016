package dev.darkroom.turbo.resample;

import static dev.darkroom.turbo.resample.PreferredVectors.COUNT;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.IntVector;

/**
 * Shuffle indexes for transposing a square matrix in log2(lanes) rounds. In a round, two rows exchange lanes that are 1, 2, 4 or 8 lanes
 * apart.
 */
final class LaneExchange {
    static final IntVector LOW_1 = low(1);
    static final IntVector HIGH_1 = high(1);
    static final IntVector LOW_2 = low(2);
    static final IntVector HIGH_2 = high(2);
    static final IntVector LOW_4 = low(4);
    static final IntVector HIGH_4 = high(4);
    static final IntVector LOW_8 = low(8);
    static final IntVector HIGH_8 = high(8);

    private LaneExchange() {}

    /** The source lanes of the upper row of a pair: below {@code COUNT} its own, from {@code COUNT} on those of the lower row. */
    private static IntVector low(int distance) {
        return lanes(i -> (i & distance) == 0 ? i : COUNT + (i ^ distance));
    }

    private static IntVector high(int distance) {
        return lanes(i -> (i & distance) == 0 ? (i | distance) % COUNT : COUNT + i);
    }

    private static IntVector lanes(IntUnaryOperator lane) {
        int[] lanes = new int[COUNT];
        Arrays.setAll(lanes, lane);
        return IntVector.fromArray(PreferredVectors.INTS, lanes, 0);
    }
}
