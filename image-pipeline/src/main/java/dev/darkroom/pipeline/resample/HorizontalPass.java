package dev.darkroom.pipeline.resample;

import dev.darkroom.core.resample.Taps;
import java.util.Arrays;

/** Resizes a block of rows along its width. Sample {@code i} of row {@code r} is at {@code i * LANES + r}, in and out. */
final class HorizontalPass {
    private static final int LANES = PlaneResize.LANES;

    private final PlaneResize resize;
    private final Taps taps;
    private final float[] weights;
    private final float bias;
    private final float[][] sums;
    private final byte[] output;

    HorizontalPass(PlaneResize resize) {
        this.resize = resize;
        this.taps = resize.horizontal();
        this.weights = taps.weights().clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= resize.fold().gain();
        }
        this.bias = resize.fold().bias() + 0.5f;
        this.sums = new float[resize.channels()][LANES];
        this.output = new byte[resize.targetColumns() * resize.channels() * LANES];
    }

    /** The returned array is this object's, good until the next run. */
    byte[] run(float[] block) {
        int channels = resize.channels();
        int pixel = channels * LANES;
        for (int x = 0; x < resize.targetColumns(); x++) {
            int from = (taps.first()[x] - resize.left()) * pixel;
            for (int channel = 0; channel < channels; channel++) {
                sum(sums[channel], block, from + channel * LANES, pixel, x * taps.count());
            }
            if (channels == 4) {
                unpremultiply();
            }
            for (int channel = 0; channel < channels; channel++) {
                narrow(sums[channel], output, (x * channels + channel) * LANES);
            }
        }
        return output;
    }

    private void sum(float[] sum, float[] block, int from, int stride, int at) {
        Arrays.fill(sum, bias);
        int k = 0;
        int position = from;
        for (; k + 3 < taps.count(); k += 4, position += 4 * stride) {
            int w = at + k;
            add4(sum, block, position, stride, weights[w], weights[w + 1], weights[w + 2], weights[w + 3]);
        }
        for (; k < taps.count(); k++, position += stride) {
            add1(sum, block, position, weights[at + k]);
        }
    }

    private static void add4(float[] sum, float[] block, int from, int stride, float wa, float wb, float wc, float wd) {
        int b = from + stride;
        int c = b + stride;
        int d = c + stride;
        for (int i = 0; i < LANES; i++) {
            sum[i] += wa * block[from + i] + wb * block[b + i] + wc * block[c + i] + wd * block[d + i];
        }
    }

    private static void add1(float[] sum, float[] block, int from, float weight) {
        for (int i = 0; i < LANES; i++) {
            sum[i] += weight * block[from + i];
        }
    }

    /** Colours were weighted by their alpha; fully transparent pixels become zero. */
    private void unpremultiply() {
        float[] alpha = sums[3];
        for (int channel = 0; channel < 3; channel++) {
            float[] color = sums[channel];
            for (int i = 0; i < LANES; i++) {
                float opacity = alpha[i] - bias;
                color[i] = opacity < 0.5f ? 0f : (color[i] - bias) * 255f / opacity + bias;
            }
        }
    }

    private static void narrow(float[] sum, byte[] output, int at) {
        for (int i = 0; i < LANES; i++) {
            output[at + i] = (byte) (int) Math.max(0f, Math.min(255f, sum[i]));
        }
    }
}
