package dev.darkroom.codecs.jpeg;

import dev.darkroom.spi.Plane;
import dev.darkroom.spi.Raster;
import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.WritableRaster;

/**
 * A picture as the JDK's JPEG writer pulls it: row by row, with {@link #createChild}, interleaved. Every pixel of YCbCr gets the chroma
 * sample it shares, of which libjpeg takes the mean again, so that it encodes just the given samples.
 */
final class PulledRaster extends WritableRaster {
    private final Raster picture;
    private final byte[] samples;
    private final WritableRaster row;
    private final byte[][] planeRows;

    private PulledRaster(Raster picture, PixelInterleavedSampleModel model) {
        super(model, new DataBufferByte(model.getScanlineStride()), new Point(0, 0));
        this.picture = picture;
        this.samples = new byte[model.getScanlineStride()];
        this.row = createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                width,
                1,
                samples.length,
                numBands,
                model.getBandOffsets(),
                null);
        this.planeRows = picture.planes().stream()
                .map(plane -> new byte[plane.rowBytes()])
                .toArray(byte[][]::new);
    }

    /**
     * @param picture gray, RGB or YCbCr; borrowed
     */
    static PulledRaster of(Raster picture) {
        int width = picture.spec().width();
        int channels = channels(picture);
        int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
        return new PulledRaster(
                picture,
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE, width, picture.spec().height(), channels, channels * width, offsets));
    }

    private static int channels(Raster picture) {
        return picture.spec().layout().isPlanar() ? 3 : picture.spec().layout().channelsPerPlane();
    }

    @Override
    public java.awt.image.Raster createChild(int x, int y, int columns, int rows, int childX, int childY, int[] bands) {
        if (x != 0 || columns != width || rows != 1 || childX != 0 || childY != 0) {
            throw new IllegalArgumentException("the JDK's JPEG writer asked for " + columns + " x " + rows
                    + " pixels at " + x + ", " + y + " and not for a row");
        }
        for (int plane = 0; plane < planeRows.length; plane++) {
            Plane from = picture.plane(plane);
            from.readRow(
                    y >> picture.spec().layout().shiftY(plane), planeRows.length == 1 ? samples : planeRows[plane], 0);
        }
        if (planeRows.length > 1) {
            interleave(
                    planeRows[0],
                    planeRows[1],
                    planeRows[2],
                    picture.spec().layout().shiftX(1),
                    samples);
        }
        return row;
    }

    private static void interleave(byte[] luma, byte[] cb, byte[] cr, int shift, byte[] samples) {
        for (int x = 0, to = 0; x < luma.length; x++, to += 3) {
            samples[to] = luma[x];
            samples[to + 1] = cb[x >> shift];
            samples[to + 2] = cr[x >> shift];
        }
    }
}
