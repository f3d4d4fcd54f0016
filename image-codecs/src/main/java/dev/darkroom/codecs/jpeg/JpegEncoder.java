package dev.darkroom.codecs.jpeg;

import dev.darkroom.codecs.ByteOutput;
import dev.darkroom.codecs.WholePicture;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Band;
import dev.darkroom.spi.Encoder;
import dev.darkroom.spi.Layout;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.RasterSpec;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
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

    private final RasterSpec spec;
    private final Encoding encoding;
    private final WholePicture picture;

    JpegEncoder(RasterSpec spec, Encoding encoding, Memory memory) throws ImageException {
        this.spec = spec;
        this.encoding = encoding;
        this.picture = WholePicture.open(spec, besideBytes(spec, encoding), memory);
    }

    /** Libjpeg keeps all coefficients, two bytes each, chroma halved both ways, when it is to count them for Huffman tables. */
    static long besideBytes(RasterSpec spec, Encoding encoding) {
        long rows = (long) spec.width() * spec.layout().channelsPerPlane() * ROWS_KEPT;
        long padded = (spec.width() + 16L) * (spec.height() + 16L);
        long coefficients = spec.layout().equals(Layout.GRAY) ? 2 * padded : 3 * padded;
        return FIXED_BYTES + rows + (encoding.optimizedHuffman() ? coefficients : 0);
    }

    @Override
    public void accept(Band band) {
        picture.accept(band);
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
    }

    private Bytes write(ImageWriter writer) throws IOException {
        ByteOutput bytes = new ByteOutput((int) Math.min(1 << 20, spec.bytes() / 8 + 1024));
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

    /** The samples, not a copy of them. */
    private BufferedImage image() {
        byte[] samples = picture.samples();
        boolean gray = spec.layout().equals(Layout.GRAY);
        ColorSpace space = ColorSpace.getInstance(gray ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        WritableRaster raster = Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                spec.width(),
                spec.height(),
                picture.rowBytes(),
                gray ? 1 : 3,
                gray ? new int[] {0} : new int[] {0, 1, 2},
                null);
        ColorModel colors = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, raster, false, null);
    }
}
