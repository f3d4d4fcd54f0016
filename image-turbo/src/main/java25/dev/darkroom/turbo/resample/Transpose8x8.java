package dev.darkroom.turbo.resample;

import static dev.darkroom.turbo.resample.PreferredVectors.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * Transposes a matrix of 8 rows of 8 four-byte values in registers. It is one long method on purpose, so that the JIT compiles it
 * separately. Inlined into its callers, it would exceed the JIT's inlining limits, and the vectors would become heap objects.
 */
final class Transpose8x8 {
    private Transpose8x8() {}

    static void turn(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        IntVector a = FloatVector.fromArray(FLOATS, from, at).reinterpretAsInts();
        IntVector b = FloatVector.fromArray(FLOATS, from, at + stride).reinterpretAsInts();
        IntVector c = FloatVector.fromArray(FLOATS, from, at + 2 * stride).reinterpretAsInts();
        IntVector d = FloatVector.fromArray(FLOATS, from, at + 3 * stride).reinterpretAsInts();
        IntVector e = FloatVector.fromArray(FLOATS, from, at + 4 * stride).reinterpretAsInts();
        IntVector f = FloatVector.fromArray(FLOATS, from, at + 5 * stride).reinterpretAsInts();
        IntVector g = FloatVector.fromArray(FLOATS, from, at + 6 * stride).reinterpretAsInts();
        IntVector h = FloatVector.fromArray(FLOATS, from, at + 7 * stride).reinterpretAsInts();
        IntVector low;
        IntVector high;
        IntVector kept;
        low = LaneExchange.LOW_4;
        high = LaneExchange.HIGH_4;
        kept = low.selectFrom(a, e);
        e = high.selectFrom(a, e);
        a = kept;
        kept = low.selectFrom(b, f);
        f = high.selectFrom(b, f);
        b = kept;
        kept = low.selectFrom(c, g);
        g = high.selectFrom(c, g);
        c = kept;
        kept = low.selectFrom(d, h);
        h = high.selectFrom(d, h);
        d = kept;
        low = LaneExchange.LOW_2;
        high = LaneExchange.HIGH_2;
        kept = low.selectFrom(a, c);
        c = high.selectFrom(a, c);
        a = kept;
        kept = low.selectFrom(b, d);
        d = high.selectFrom(b, d);
        b = kept;
        kept = low.selectFrom(e, g);
        g = high.selectFrom(e, g);
        e = kept;
        kept = low.selectFrom(f, h);
        h = high.selectFrom(f, h);
        f = kept;
        low = LaneExchange.LOW_1;
        high = LaneExchange.HIGH_1;
        kept = low.selectFrom(a, b);
        b = high.selectFrom(a, b);
        a = kept;
        kept = low.selectFrom(c, d);
        d = high.selectFrom(c, d);
        c = kept;
        kept = low.selectFrom(e, f);
        f = high.selectFrom(e, f);
        e = kept;
        kept = low.selectFrom(g, h);
        h = high.selectFrom(g, h);
        g = kept;
        a.reinterpretAsFloats().intoArray(to, toAt);
        b.reinterpretAsFloats().intoArray(to, toAt + toStride);
        c.reinterpretAsFloats().intoArray(to, toAt + 2 * toStride);
        d.reinterpretAsFloats().intoArray(to, toAt + 3 * toStride);
        e.reinterpretAsFloats().intoArray(to, toAt + 4 * toStride);
        f.reinterpretAsFloats().intoArray(to, toAt + 5 * toStride);
        g.reinterpretAsFloats().intoArray(to, toAt + 6 * toStride);
        h.reinterpretAsFloats().intoArray(to, toAt + 7 * toStride);
    }
}
