package dev.darkroom.codecs.jpeg;

import dev.darkroom.spi.codec.Plane;
import java.util.List;

/** Converts rows of RGB to YCbCr (JFIF 1.02) with 4:2:0 subsampling. A chroma sample is the mean of the four pixels around it. */
final class RgbToYcbcr {
    private final int width;
    private final byte[] rgb;
    /** Sum of the pixels of each chroma sample: four times the sample after both rows. */
    private final float[] cb;

    private final float[] cr;

    RgbToYcbcr(int width) {
        this.width = width;
        this.rgb = new byte[3 * width];
        this.cb = new float[(width + 1) / 2];
        this.cr = new float[(width + 1) / 2];
    }

    static long bytes(int width) {
        return 7L * width + 16;
    }

    /**
     * @param row luma row of the component to fill
     * @param last whether this is the last row of the picture; such a row without a second one counts twice
     */
    void read(Plane plane, int y, List<ComponentRows> components, int row, boolean last) {
        plane.readRow(y, rgb, 0);
        luma(components.get(0).row(row));
        components.get(0).pad(row);
        boolean first = row % 2 == 0;
        for (int x = 0; x < cb.length; x++) {
            add(x, first);
        }
        if (!first || last) {
            float share = first ? 0.5f : 0.25f;
            mean(cb, share, components.get(1), row / 2);
            mean(cr, share, components.get(2), row / 2);
        }
    }

    private void luma(byte[] luma) {
        for (int x = 0, at = 0; x < width; x++, at += 3) {
            luma[x] = (byte) (0.299f * red(at) + 0.587f * green(at) + 0.114f * blue(at) + 0.5f);
        }
    }

    private void add(int x, boolean first) {
        int left = 6 * x;
        int right = 2 * x + 1 < width ? left + 3 : left;
        float red = red(left) + red(right);
        float green = green(left) + green(right);
        float blue = blue(left) + blue(right);
        float b = -0.168736f * red - 0.331264f * green + 0.5f * blue;
        float r = 0.5f * red - 0.418688f * green - 0.081312f * blue;
        cb[x] = first ? b : cb[x] + b;
        cr[x] = first ? r : cr[x] + r;
    }

    private static void mean(float[] sums, float share, ComponentRows component, int row) {
        byte[] samples = component.row(row);
        for (int x = 0; x < sums.length; x++) {
            samples[x] = (byte) Math.min(255, (int) (sums[x] * share + 128.5f));
        }
        component.pad(row);
    }

    private int red(int at) {
        return rgb[at] & 0xFF;
    }

    private int green(int at) {
        return rgb[at + 1] & 0xFF;
    }

    private int blue(int at) {
        return rgb[at + 2] & 0xFF;
    }
}
