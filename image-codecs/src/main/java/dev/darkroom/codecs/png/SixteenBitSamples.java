package dev.darkroom.codecs.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Rounds 16-bit samples to the nearest of 256 levels (PNG 3rd edition, 13.12). */
final class SixteenBitSamples {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    /** {@code (s * 255 + ROUNDING) >> 16} is exact for every 16-bit sample. */
    private static final int ROUNDING = 32_895;

    private static final long LANES = 0x0000FFFF_0000FFFFL;
    private static final long ROUNDING_LANES = (long) ROUNDING << 32 | ROUNDING;
    private static final long BYTES = 0x000000FF_000000FFL;

    private SixteenBitSamples() {}

    /** Converts the first {@code count} samples of a row, which are big-endian, to bytes from {@code offset} on. */
    static void reduce(byte[] row, byte[] target, int offset, int count) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            long four = (long) LONGS.get(row, 2 * i);
            long even = reducedLanes(four >>> 16 & LANES);
            long odd = reducedLanes(four & LANES);
            INTS.set(target, offset + i, (int) (even >>> 8 | odd >>> 16 | even << 8 | odd));
        }
        for (; i < count; i++) {
            target[offset + i] = reduced((row[2 * i] & 0xFF) << 8 | row[2 * i + 1] & 0xFF);
        }
    }

    static byte reduced(int sample) {
        return (byte) (sample * 255 + ROUNDING >> 16);
    }

    /** Reduces one sample in each half of a long. */
    private static long reducedLanes(long samples) {
        return (samples << 8) - samples + ROUNDING_LANES >>> 16 & BYTES;
    }
}
