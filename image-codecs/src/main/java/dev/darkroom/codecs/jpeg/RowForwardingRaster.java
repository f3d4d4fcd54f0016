package dev.darkroom.codecs.jpeg;

import dev.darkroom.codecs.BandBuilder;
import dev.darkroom.codecs.ThirdPartyCall.WrappedImageException;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A raster that stores no pixels and forwards each row that is set. The JDK's JPEG reader decodes row by row and writes every row to its
 * destination with {@link #setRect(int, int, Raster)}, from top to bottom. With this raster as destination, the reader needs memory for a
 * few rows only.
 */
final class RowForwardingRaster extends WritableRaster {
    private final BandBuilder rows;
    private final byte[] row;
    /** Remaining renderings, including the current one. Only the last rendering is forwarded. */
    private int passes;

    private RowForwardingRaster(PixelInterleavedSampleModel model, int passes, BandBuilder rows) {
        super(model, new DataBufferByte(model.getScanlineStride()), new Point(0, 0));
        this.passes = passes;
        this.rows = rows;
        this.row = new byte[model.getScanlineStride()];
    }

    /** Creates a gray or RGB image that writes its pixels to {@code rows}. The pixels cannot be read back. */
    static BufferedImage image(Size size, int channels, int passes, BandBuilder rows) {
        int[] offsets = channels == 1 ? new int[] {0} : new int[] {0, 1, 2};
        PixelInterleavedSampleModel model = new PixelInterleavedSampleModel(
                DataBuffer.TYPE_BYTE, size.width(), size.height(), channels, channels * size.width(), offsets);
        ColorSpace space = ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel colors =
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, new RowForwardingRaster(model, passes, rows), false, null);
    }

    @Override
    public void setRect(int dx, int dy, Raster source) {
        if (passes == 1) {
            forward(dx, dy, source);
        } else if (dy == height - 1) {
            passes--;
        }
    }

    /** Returns the reader's own array if it contains exactly one row without padding, which is the usual case; otherwise a copy. */
    private byte[] samples(Raster source) {
        if (source.getDataBuffer() instanceof DataBufferByte buffer && buffer.getSize() == row.length) {
            return buffer.getData();
        }
        source.getDataElements(source.getMinX(), source.getMinY(), width, 1, row);
        return row;
    }

    private void forward(int dx, int dy, Raster source) {
        try {
            if (dx != 0 || dy != rows.rows() || source.getWidth() != width || source.getHeight() != 1) {
                throw ImageException.defect("the JDK's JPEG reader gave row " + dy + " after " + rows.rows(), null);
            }
            rows.accept(samples(source), 0);
        } catch (ImageException e) {
            throw new WrappedImageException(e);
        }
    }
}
