package dev.darkroom.core.color;

/** Test colours for transforms: a grid over the colour cube, finer in dark colours, and all grays. */
public final class ColorSamples {
    private static final int[] LEVELS = {0, 3, 8, 16, 27, 41, 58, 77, 98, 121, 146, 173, 201, 229, 243, 255};

    private ColorSamples() {}

    public static byte[] rgb() {
        int n = LEVELS.length;
        byte[] samples = new byte[3 * (n * n * n + 256)];
        int at = 0;
        for (int r : LEVELS) {
            for (int g : LEVELS) {
                for (int b : LEVELS) {
                    samples[at++] = (byte) r;
                    samples[at++] = (byte) g;
                    samples[at++] = (byte) b;
                }
            }
        }
        for (int v = 0; v < 256; v++) {
            for (int c = 0; c < 3; c++) {
                samples[at++] = (byte) v;
            }
        }
        return samples;
    }

    public static byte[] gray() {
        byte[] samples = new byte[256];
        for (int v = 0; v < 256; v++) {
            samples[v] = (byte) v;
        }
        return samples;
    }

    /** Copies each gray sample to three equal samples. */
    static byte[] asRgb(byte[] gray) {
        byte[] rgb = new byte[3 * gray.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = gray[i / 3];
        }
        return rgb;
    }
}
