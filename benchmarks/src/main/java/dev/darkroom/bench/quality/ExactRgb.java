package dev.darkroom.bench.quality;

/**
 * A picture with unrounded levels from 0 to 255.
 *
 * @param rgb one plane each for red, green and blue
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ExactRgb(int width, int height, double[][] rgb) {
    /** ITU-R BT.601 luma. */
    double[] luma() {
        double[] luma = new double[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299 * rgb[0][i] + 0.587 * rgb[1][i] + 0.114 * rgb[2][i];
        }
        return luma;
    }
}
