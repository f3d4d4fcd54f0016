package dev.darkroom.testkit;

import dev.darkroom.core.resample.RangeConversion;
import dev.darkroom.core.resample.ResizeAxis;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.Resize;

/** A reference implementation of Lanczos3: by its definition, in double precision, sample by sample. It is simple and slow. */
final class ReferenceResize {
    private static final double LOBES = 3;

    private final Resize resize;
    private final Raster source;

    ReferenceResize(Resize resize, Raster source) {
        this.resize = resize;
        this.source = source;
    }

    /** The exact level, 0 to 255, of a channel of an upright target sample. */
    double level(int x, int y, int plane, int channel) {
        boolean swap = resize.orientation().transposes();
        double[] across = weights(ResizeAxis.horizontal(resize, plane), swap ? y : x);
        double[] down = weights(ResizeAxis.vertical(resize, plane), swap ? x : y);
        boolean color = resize.source().layout().hasAlpha() && channel < 3;
        double sum = 0;
        double alpha = 0;
        for (int row = 0; row < down.length; row++) {
            for (int column = 0; column < across.length; column++) {
                double weight = down[row] * across[column];
                double opacity = color ? sample(column, row, plane, 3) / 255 : 1;
                sum += weight * opacity * light(sample(column, row, plane, channel), channel);
                alpha += weight * opacity;
            }
        }
        double exact = color ? sum / alpha : sum;
        if (isLight(channel)) {
            exact = 255 * encoded(Math.max(0, Math.min(1, exact / 255)));
        }
        RangeConversion fold = RangeConversion.between(
                resize.source().layout().range(), resize.target().layout().range(), plane);
        return Math.max(0, Math.min(255, exact * fold.gain() + fold.bias()));
    }

    private double sample(int column, int row, int plane, int channel) {
        Layout layout = resize.source().layout();
        int at = source.plane(plane).rowStart(row) + column * layout.channelsPerPlane() + channel;
        return source.plane(plane).buffer().get(at) & 0xFF;
    }

    private boolean isLight(int channel) {
        return resize.linearLight() && channel < 3;
    }

    private double light(double level, int channel) {
        if (!isLight(channel)) {
            return level;
        }
        double encoded = level / 255;
        return 255 * (encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4));
    }

    private static double encoded(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    private static double[] weights(ResizeAxis axis, int target) {
        double scale = Math.max(1, axis.step());
        double center = axis.center(target) - 0.5;
        double[] weights = new double[axis.sourceSamples()];
        double sum = 0;
        for (int i = (int) Math.floor(center - LOBES * scale); i <= Math.ceil(center + LOBES * scale); i++) {
            double weight = lanczos((i - center) / scale);
            weights[Math.max(0, Math.min(weights.length - 1, i))] += weight;
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double lanczos(double x) {
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        return x == 0 ? 1 : sinc(x) * sinc(x / LOBES);
    }

    private static double sinc(double x) {
        return Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
