package dev.darkroom.codecs.png;

import dev.darkroom.codecs.deflate.DeflateEncoder;
import dev.darkroom.core.Encoding;

/**
 * The settings of one PNG.
 *
 * @param mostColors limit for the colours of a palette
 * @param reducesColors whether more colours are reduced to that many
 * @param leastPsnr likeness in dB that a picture with reduced colours must have; otherwise it keeps all colours
 */
record PngSettings(DeflateEncoder.Settings deflate, int mostColors, boolean reducesColors, double leastPsnr) {
    /** Highest effort of the fast settings. */
    private static final int MOST_FAST = 2;
    /** Lowest effort of the settings for the smallest file. */
    private static final int LEAST_SMALLEST = 5;
    /** Likeness of a picture whose colours are reduced without being asked for, in dB. */
    private static final double UNASKED_PSNR = 40;

    static PngSettings of(Encoding encoding) {
        boolean asked = encoding.colors() > 0;
        return new PngSettings(
                deflate(encoding.effort()),
                asked ? encoding.colors() : PngColors.MOST,
                asked || encoding.fromPalette(),
                asked ? 0 : UNASKED_PSNR);
    }

    private static DeflateEncoder.Settings deflate(int effort) {
        if (effort <= MOST_FAST) {
            return DeflateEncoder.Settings.FAST;
        }
        return effort < LEAST_SMALLEST ? DeflateEncoder.Settings.STANDARD : DeflateEncoder.Settings.SMALLEST;
    }
}
