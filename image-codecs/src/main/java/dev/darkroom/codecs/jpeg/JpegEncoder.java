package dev.darkroom.codecs.jpeg;

import dev.darkroom.codecs.ByteOutput;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Band;
import dev.darkroom.spi.Encoder;
import dev.darkroom.spi.Layout;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.Plane;
import dev.darkroom.spi.Raster;
import dev.darkroom.spi.RasterSpec;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Collects the picture, because the JDK's writer pulls its rows, and writes it at the end. */
final class JpegEncoder implements Encoder {
    private static final long FIXED_BYTES = 512 * 1024;
    private static final int ROWS_KEPT = 64;

    private final Encoding encoding;
    private final Memory.Charge beside;
    private final Raster picture;

    private JpegEncoder(Encoding encoding, Memory.Charge beside, Raster picture) {
        this.encoding = encoding;
        this.beside = beside;
        this.picture = picture;
    }

    static JpegEncoder open(RasterSpec spec, Encoding encoding, Memory memory) throws ImageException {
        Memory.Charge beside = memory.charge(besideBytes(spec, encoding));
        try {
            return new JpegEncoder(encoding, beside, Raster.allocate(spec, memory));
        } catch (ImageException | Error e) {
            beside.close();
            throw e;
        }
    }

    static long peakBytes(RasterSpec spec, Encoding encoding) {
        return Raster.bytes(spec) + besideBytes(spec, encoding);
    }

    /** Libjpeg keeps all coefficients, two bytes each, chroma halved both ways, when it is to count them for Huffman tables. */
    private static long besideBytes(RasterSpec spec, Encoding encoding) {
        boolean gray = spec.layout().equals(Layout.GRAY);
        long rows = (gray ? 1L : 3L) * spec.width() * ROWS_KEPT;
        long padded = (spec.width() + 16L) * (spec.height() + 16L);
        long coefficients = (gray ? 2 : 3) * padded;
        return FIXED_BYTES + rows + (encoding.optimizedHuffman() ? coefficients : 0);
    }

    @Override
    public void accept(Band band) {
        for (int index = 0; index < picture.planes().size(); index++) {
            Plane from = band.planes().get(index);
            int top = band.top() >> picture.spec().layout().shiftY(index);
            Plane to = picture.plane(index).rows(top, from.rows());
            byte[] row = new byte[from.rowBytes()];
            for (int y = 0; y < from.rows(); y++) {
                from.readRow(y, row, 0);
                to.writeRow(y, row, 0);
            }
        }
    }

    @Override
    public Bytes finish() throws ImageException {
        try {
            ImageWriter writer = JdkJpeg.newWriter();
            try {
                return write(writer);
            } finally {
                writer.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw ImageException.defect("the JDK's JPEG writer failed", e);
        }
    }

    @Override
    public void close() {
        picture.close();
        beside.close();
    }

    private Bytes write(ImageWriter writer) throws IOException {
        ByteOutput bytes =
                new ByteOutput((int) Math.min(1 << 20, picture.spec().size().pixels() / 4 + 1024));
        JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(JpegQuality.ofLibjpeg(encoding.quality()));
        param.setOptimizeHuffmanTables(encoding.optimizedHuffman());
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(), null, null), param);
        }
        return bytes.taken();
    }

    private BufferedImage image() {
        Layout layout = picture.spec().layout();
        ColorSpace space = layout.isPlanar()
                ? Ycbcr.INSTANCE
                : ColorSpace.getInstance(layout.equals(Layout.GRAY) ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ColorModel colors = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, PulledRaster.of(picture), false, null);
    }
}
