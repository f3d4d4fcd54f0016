package dev.darkroom.pipeline;

import dev.darkroom.core.Format;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.FakePicture;

/**
 * A picture whose samples rise linearly over the displayed picture, differently in each plane and direction. A resize with a symmetric
 * kernel does not change such a picture, so every sample of every rendition is known in advance. A flip, a swapped axis, a shift by half a
 * sample or a displaced chroma plane gives a wrong number.
 */
final class Gradient {
    private Gradient() {}

    /** The level at a point of the displayed picture, both coordinates from 0 to 1; channel 3 is alpha. */
    static double level(double u, double v, int component) {
        return switch (component) {
            case 0 -> 20 + 150 * u + 60 * v;
            case 1 -> 230 - 60 * u - 120 * v;
            case 2 -> 40 + 40 * u + 160 * v;
            default -> 255;
        };
    }

    static FakePicture stored(Format format, Size stored, Layout layout, Orientation orientation) {
        return FakePicture.of(format, stored, layout, orientation, (x, y, plane, channel) -> {
            double across = (x + 0.5) * (1 << layout.shiftX(plane)) / stored.width();
            double down = (y + 0.5) * (1 << layout.shiftY(plane)) / stored.height();
            double p = orientation.flipsX() ? 1 - across : across;
            double q = orientation.flipsY() ? 1 - down : down;
            boolean swap = orientation.transposes();
            return rounded(level(swap ? q : p, swap ? p : q, plane + channel));
        });
    }

    /**
     * The largest difference between a rendition and its expected samples, without the edges, where the kernel extends beyond the picture.
     */
    static double largestError(FakePicture rendition, int margin) {
        double largest = 0;
        Layout layout = rendition.spec().layout();
        Size size = rendition.spec().size();
        for (int plane = 0; plane < layout.planes(); plane++) {
            int columns = layout.planeWidth(plane, size.width());
            int rows = layout.planeHeight(plane, size.height());
            for (int y = margin; y < rows - margin; y++) {
                for (int x = margin; x < columns - margin; x++) {
                    double u = (x + 0.5) * (1 << layout.shiftX(plane)) / size.width();
                    double v = (y + 0.5) * (1 << layout.shiftY(plane)) / size.height();
                    for (int c = 0; c < layout.channelsPerPlane(); c++) {
                        double expected = level(u, v, plane + c);
                        largest = Math.max(largest, Math.abs(rendition.sample(x, y, plane, c) - expected));
                    }
                }
            }
        }
        return largest;
    }

    private static int rounded(double level) {
        return (int) Math.max(0, Math.min(255, Math.round(level)));
    }
}
