package dev.darkroom.codecs.jpeg;

/** The JDK's quality, 0 to 1, that gives exactly libjpeg's quantization tables for its quality, 1 to 100. */
final class JpegQuality {
    /**
     * The JDK scales tables in single precision, libjpeg in hundredths, and both round halves up. A scale larger by this part turns the
     * halves that the JDK misses, and is too small to turn another: 255 times it is less than half a hundredth.
     */
    private static final double NUDGE = 1e-5;

    private JpegQuality() {}

    static float ofLibjpeg(int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        double scale = percent / 100.0 * (1 + NUDGE);
        return (float) (scale > 1 ? 0.5 / scale : 1 - scale / 2);
    }
}
