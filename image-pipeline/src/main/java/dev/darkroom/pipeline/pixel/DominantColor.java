package dev.darkroom.pipeline.pixel;

/**
 * The dominant colour of a picture, computed like {@code stats().dominant} of sharp 0.35: the fullest of 16 x 16 x 16 bins. Each component
 * is 16 times the bin's index, plus 8. Of equally full bins, the first by green, then red, then blue is taken, like libvips' {@code max}.
 */
public final class DominantColor {
    private static final int BINS = 16;

    private DominantColor() {}

    /**
     * Fully transparent pixels have no colour and are not counted, unless there are no others.
     *
     * @return 0xRRGGBB
     */
    public static int of(byte[] rgba) {
        int[] counts = new int[BINS * BINS * BINS];
        boolean shows = false;
        for (int at = 0; at < rgba.length && !shows; at += 4) {
            shows = rgba[at + 3] != 0;
        }
        for (int at = 0; at < rgba.length; at += 4) {
            if (rgba[at + 3] != 0 || !shows) {
                counts[bin(rgba[at + 1]) << 8 | bin(rgba[at]) << 4 | bin(rgba[at + 2])]++;
            }
        }
        int fullest = 0;
        for (int bin = 1; bin < counts.length; bin++) {
            if (counts[bin] > counts[fullest]) {
                fullest = bin;
            }
        }
        int green = centre(fullest >> 8);
        int red = centre(fullest >> 4 & 15);
        int blue = centre(fullest & 15);
        return red << 16 | green << 8 | blue;
    }

    /** libvips 8.18, {@code hist_find_ndim}: a bin is 257 / 16 levels wide, so that all but the first begin one level late. */
    private static int bin(byte level) {
        return (level & 0xFF) * BINS / 257;
    }

    private static int centre(int bin) {
        return (bin << 4) + 8;
    }
}
