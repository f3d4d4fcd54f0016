package dev.darkroom.turbo.resample;

import static dev.darkroom.turbo.resample.PreferredVectors.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * Transposes a matrix of 4 rows of 4 four-byte values in registers. It is one long method on purpose, so that the JIT compiles it
 * separately. Inlined into its callers, it would exceed the JIT's inlining limits, and the vectors would become heap objects.
 */
final class Transpose4x4 {
    private Transpose4x4() {}

    static void turn(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        IntVector a = FloatVector.fromArray(FLOATS, from, at).reinterpretAsInts();
        IntVector b = FloatVector.fromArray(FLOATS, from, at + stride).reinterpretAsInts();
        IntVector c = FloatVector.fromArray(FLOATS, from, at + 2 * stride).reinterpretAsInts();
        IntVector d = FloatVector.fromArray(FLOATS, from, at + 3 * stride).reinterpretAsInts();
        IntVector low;
        IntVector high;
        IntVector kept;
        low = LaneExchange.LOW_2;
        high = LaneExchange.HIGH_2;
        kept = low.selectFrom(a, c);
        c = high.selectFrom(a, c);
        a = kept;
        kept = low.selectFrom(b, d);
        d = high.selectFrom(b, d);
        b = kept;
        low = LaneExchange.LOW_1;
        high = LaneExchange.HIGH_1;
        kept = low.selectFrom(a, b);
        b = high.selectFrom(a, b);
        a = kept;
        kept = low.selectFrom(c, d);
        d = high.selectFrom(c, d);
        c = kept;
        a.reinterpretAsFloats().intoArray(to, toAt);
        b.reinterpretAsFloats().intoArray(to, toAt + toStride);
        c.reinterpretAsFloats().intoArray(to, toAt + 2 * toStride);
        d.reinterpretAsFloats().intoArray(to, toAt + 3 * toStride);
    }
}
