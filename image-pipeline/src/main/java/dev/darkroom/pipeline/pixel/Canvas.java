package dev.darkroom.pipeline.pixel;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.plan.Placement;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.Arrays;

/** Paints a gray, RGB or RGBA raster onto a canvas of RGB or RGBA: flattens alpha, expands gray, pads. */
public final class Canvas {
    private static final int ROWS_BETWEEN_CHECKS = 64;

    private Canvas() {}

    /**
     * @param background 0xRRGGBB, used if the canvas has no alpha; a canvas with alpha is transparent around the content
     * @return a new raster; the caller closes it
     */
    public static Raster paint(
            Raster content, RasterSpec canvas, Placement placement, int background, Memory memory, Deadline deadline)
            throws ImageException {
        boolean opaque = !canvas.layout().hasAlpha();
        int channels = canvas.layout().channelsPerPlane();
        Raster target = Raster.allocate(canvas, memory);
        Plane to = target.plane(0);
        byte[] row = new byte[to.rowBytes()];
        byte[] from = new byte[content.plane(0).rowBytes()];
        for (int y = 0; y < canvas.height(); y++) {
            if (y % ROWS_BETWEEN_CHECKS == 0) {
                deadline.check();
            }
            if (opaque) {
                fill(row, background);
            } else {
                Arrays.fill(row, (byte) 0);
            }
            int contentRow = y - placement.top();
            if (contentRow >= 0 && contentRow < content.spec().height()) {
                content.plane(0).readRow(contentRow, from, 0);
                over(from, content.spec().layout(), row, placement.left() * channels, channels);
            }
            to.writeRow(y, row, 0);
        }
        return target;
    }

    private static void fill(byte[] row, int rgb) {
        for (int i = 0; i < row.length; i += 3) {
            row[i] = (byte) (rgb >> 16);
            row[i + 1] = (byte) (rgb >> 8);
            row[i + 2] = (byte) rgb;
        }
    }

    private static void over(byte[] from, Layout layout, byte[] row, int at, int channels) {
        int step = layout.channelsPerPlane();
        boolean gray = step == 1;
        for (int i = 0, to = at; i < from.length; i += step, to += channels) {
            byte red = from[i];
            byte green = gray ? red : from[i + 1];
            byte blue = gray ? red : from[i + 2];
            int alpha = step == 4 ? from[i + 3] & 0xFF : 255;
            if (channels == 4) {
                row[to] = red;
                row[to + 1] = green;
                row[to + 2] = blue;
                row[to + 3] = (byte) alpha;
            } else {
                row[to] = mixed(red, row[to], alpha);
                row[to + 1] = mixed(green, row[to + 1], alpha);
                row[to + 2] = mixed(blue, row[to + 2], alpha);
            }
        }
    }

    private static byte mixed(byte front, byte back, int alpha) {
        int sum = (front & 0xFF) * alpha + (back & 0xFF) * (255 - alpha);
        return (byte) ((sum + 127) / 255);
    }
}
