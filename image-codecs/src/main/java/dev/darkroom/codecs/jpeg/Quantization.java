package dev.darkroom.codecs.jpeg;

import javax.imageio.plugins.jpeg.JPEGQTable;

/** Quantization tables: the example tables of ITU-T T.81, K.1, scaled as libjpeg scales them for quality 1 to 100. */
final class Quantization {
    private static final int LARGEST_OF_BASELINE = 255;

    /** Index in row order of each coefficient in zigzag order (T.81, figure A.6). */
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    private Quantization() {}

    /** The luma table in row order. */
    static int[] luma(int quality) {
        return scaled(JPEGQTable.K1Luminance, quality);
    }

    static int[] chroma(int quality) {
        return scaled(JPEGQTable.K2Chrominance, quality);
    }

    private static int[] scaled(JPEGQTable sample, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int[] table = sample.getTable();
        for (int i = 0; i < table.length; i++) {
            table[i] = Math.max(1, Math.min(LARGEST_OF_BASELINE, (table[i] * percent + 50) / 100));
        }
        return table;
    }

    /** The table in zigzag order. */
    static byte[] zigzag(int[] table) {
        byte[] ordered = new byte[table.length];
        for (int i = 0; i < table.length; i++) {
            ordered[i] = (byte) table[ZIGZAG[i]];
        }
        return ordered;
    }

    /** Position in zigzag order of each coefficient in row order. */
    static int[] places() {
        int[] places = new int[ZIGZAG.length];
        for (int i = 0; i < ZIGZAG.length; i++) {
            places[ZIGZAG[i]] = i;
        }
        return places;
    }
}
