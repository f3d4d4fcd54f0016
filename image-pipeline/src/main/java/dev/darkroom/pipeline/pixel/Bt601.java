package dev.darkroom.pipeline.pixel;

import dev.darkroom.core.color.RgbRow;
import dev.darkroom.spi.codec.Layout.Range;

/**
 * Conversion between YCbCr and RGB by the matrix of ITU-R BT.601, in 16.16 fixed point. For the full range, JFIF (ITU-T T.871, section 7)
 * uses the same matrix. Each loop makes one channel of a row, because the JIT vectorizes such loops but not loops that make several
 * channels.
 */
final class Bt601 {
    /** Chroma levels are in sixteenths of a level, the unit of interpolated chroma. */
    static final int CHROMA_SCALE = 16;

    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;
    private static final int BITS = 16;
    private static final int HALF = 1 << BITS - 1;
    private static final int NEUTRAL = 128;

    private final int lumaBlack;
    private final int lumaGain;
    private final int redCr;
    private final int greenCb;
    private final int greenCr;
    private final int blueCb;
    private final int[] toLuma;
    private final int[] toCb;
    private final int[] toCr;

    Bt601(Range range) {
        boolean full = range == Range.FULL;
        double luma = full ? 1 : 219 / 255.0;
        double chroma = full ? 1 : 224 / 255.0;
        lumaBlack = full ? 0 : 16;
        lumaGain = fixed(1 / luma);
        redCr = fixed(2 * (1 - RED) / chroma / CHROMA_SCALE);
        blueCb = fixed(2 * (1 - BLUE) / chroma / CHROMA_SCALE);
        greenCb = fixed(-2 * (1 - BLUE) * BLUE / GREEN / chroma / CHROMA_SCALE);
        greenCr = fixed(-2 * (1 - RED) * RED / GREEN / chroma / CHROMA_SCALE);
        toLuma = fixed(luma, RED, GREEN, BLUE);
        toCb = fixed(chroma / 2 / (1 - BLUE), -RED, -GREEN, 1 - BLUE);
        toCr = fixed(chroma / 2 / (1 - RED), 1 - RED, -GREEN, -BLUE);
    }

    void red(int[] luma, int[] cr, int[] red, int count) {
        color(luma, lumaBlack, lumaGain, cr, redCr, red, count);
    }

    void blue(int[] luma, int[] cb, int[] blue, int count) {
        color(luma, lumaBlack, lumaGain, cb, blueCb, blue, count);
    }

    private static void color(int[] luma, int black, int gain, int[] chroma, int factor, int[] levels, int count) {
        for (int i = 0; i < count; i++) {
            int sum = (luma[i] - black) * gain + (chroma[i] - CHROMA_SCALE * NEUTRAL) * factor + HALF;
            levels[i] = Math.max(0, Math.min(255, sum >> BITS));
        }
    }

    void green(int[] luma, int[] cb, int[] cr, int[] green, int count) {
        green(luma, lumaBlack, lumaGain, cb, greenCb, cr, greenCr, green, count);
    }

    private static void green(
            int[] luma, int black, int gain, int[] cb, int cbFactor, int[] cr, int crFactor, int[] green, int count) {
        for (int i = 0; i < count; i++) {
            int sum = (luma[i] - black) * gain
                    + (cb[i] - CHROMA_SCALE * NEUTRAL) * cbFactor
                    + (cr[i] - CHROMA_SCALE * NEUTRAL) * crFactor
                    + HALF;
            green[i] = Math.max(0, Math.min(255, sum >> BITS));
        }
    }

    void luma(RgbRow rgb, int[] luma, int count) {
        sum(toLuma, rgb, luma, (lumaBlack << BITS) + HALF, count);
        for (int i = 0; i < count; i++) {
            luma[i] >>= BITS;
        }
    }

    /** Input for {@link #chroma}: the difference from neutral, not yet rounded. */
    void cb(RgbRow rgb, int[] cb, int count) {
        sum(toCb, rgb, cb, 0, count);
    }

    /** Input for {@link #chroma}: the difference from neutral, not yet rounded. */
    void cr(RgbRow rgb, int[] cr, int count) {
        sum(toCr, rgb, cr, 0, count);
    }

    private static void sum(int[] factors, RgbRow rgb, int[] sums, int start, int count) {
        sum(rgb.red(), rgb.green(), rgb.blue(), factors[0], factors[1], factors[2], start, sums, count);
    }

    private static void sum(int[] red, int[] green, int[] blue, int r, int g, int b, int start, int[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = r * red[i] + g * green[i] + b * blue[i] + start;
        }
    }

    /**
     * Rounds sums to levels, in place.
     *
     * @param sums each is the sum of {@link #cb} or {@link #cr} over {@code 1 << shift} pixels
     */
    static void chroma(int[] sums, int shift, int count) {
        int bits = BITS + shift;
        int start = (NEUTRAL << bits) + (HALF << shift);
        for (int i = 0; i < count; i++) {
            sums[i] = Math.max(0, Math.min(255, sums[i] + start >> bits));
        }
    }

    private static int[] fixed(double scale, double red, double green, double blue) {
        return new int[] {fixed(scale * red), fixed(scale * green), fixed(scale * blue)};
    }

    private static int fixed(double factor) {
        return (int) Math.round(factor * (1 << BITS));
    }
}
