package dev.darkroom.core.color;

/** Three curves to light, a matrix, and the sRGB curve back: matrix/TRC profiles and everything given by primaries. */
final class MatrixTransform extends ColorTransform {
    private final float[] red;
    private final float[] green;
    private final float[] blue;
    private final float[] m = new float[9];

    /**
     * @param toSrgb from the curves' linear light to linear sRGB
     */
    MatrixTransform(Curve red, Curve green, Curve blue, Matrix3 toSrgb) {
        this.red = lights(red);
        this.green = lights(green);
        this.blue = lights(blue);
        for (int i = 0; i < m.length; i++) {
            m[i] = (float) (toSrgb.m[i] * Srgb.STEPS);
        }
    }

    private static float[] lights(Curve curve) {
        float[] lights = new float[256];
        for (int i = 0; i < lights.length; i++) {
            lights[i] = (float) curve.at(i / 255.0);
        }
        return lights;
    }

    @Override
    void convert(byte[] row, int offset, int pixels, int stride) {
        byte[] encoded = Srgb.ENCODED;
        float rr = m[0], rg = m[1], rb = m[2];
        float gr = m[3], gg = m[4], gb = m[5];
        float br = m[6], bg = m[7], bb = m[8];
        for (int p = 0, at = offset; p < pixels; p++, at += stride) {
            float r = red[row[at] & 0xff];
            float g = green[row[at + 1] & 0xff];
            float b = blue[row[at + 2] & 0xff];
            row[at] = encoded[step(rr * r + rg * g + rb * b)];
            row[at + 1] = encoded[step(gr * r + gg * g + gb * b)];
            row[at + 2] = encoded[step(br * r + bg * g + bb * b)];
        }
    }

    private static int step(float light) {
        return (int) Math.max(0f, Math.min(Srgb.STEPS, light + 0.5f));
    }
}
