package dev.darkroom.svg.raster;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.RasterSpec;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/** Passes a drawn picture to a sink as bands of straight RGBA. */
final class DrawingBands {
    private static final int ROWS = 32;

    private DrawingBands() {}

    /** Bytes that {@link #push} allocates from memory. */
    static long bytes(RasterSpec spec) {
        return (long) rows(spec) * rowBytes(spec);
    }

    /**
     * @param drawn premultiplied ARGB picture with the size of the raster
     */
    static void push(BufferedImage drawn, RasterSpec spec, BandSink sink, Memory memory) throws ImageException {
        int[] pixels = ((DataBufferInt) drawn.getRaster().getDataBuffer()).getData();
        byte[] row = new byte[rowBytes(spec)];
        try (Memory.Block block = memory.allocate(bytes(spec), 1)) {
            Plane plane = new Plane(block.buffer(), 0, row.length, row.length, rows(spec));
            for (int top = 0; top < spec.height(); top += plane.rows()) {
                int count = Math.min(plane.rows(), spec.height() - top);
                for (int y = 0; y < count; y++) {
                    unpack(pixels, (top + y) * spec.width(), row);
                    plane.writeRow(y, row, 0);
                }
                sink.accept(new Band(spec, top, count, List.of(plane.rows(0, count))));
            }
        }
    }

    private static void unpack(int[] pixels, int from, byte[] row) {
        for (int out = 0, in = from; out < row.length; out += 4, in++) {
            int pixel = pixels[in];
            int alpha = pixel >>> 24;
            row[out] = (byte) straight(pixel >> 16 & 0xFF, alpha);
            row[out + 1] = (byte) straight(pixel >> 8 & 0xFF, alpha);
            row[out + 2] = (byte) straight(pixel & 0xFF, alpha);
            row[out + 3] = (byte) alpha;
        }
    }

    private static int straight(int premultiplied, int alpha) {
        return alpha == 0 || alpha == 0xFF ? premultiplied : Math.min(0xFF, (premultiplied * 0xFF + alpha / 2) / alpha);
    }

    private static int rows(RasterSpec spec) {
        return Math.min(ROWS, spec.height());
    }

    private static int rowBytes(RasterSpec spec) {
        return spec.layout().rowBytes(0, spec.width());
    }
}
