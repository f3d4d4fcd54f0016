package dev.darkroom.codecs.jpeg;

import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.ReferenceCodecs;
import dev.darkroom.testkit.ExternalProgram;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes JPEG test files with libjpeg's {@code cjpeg} and changes their segments. */
final class JpegFixture {
    private JpegFixture() {}

    static byte[] cjpeg(Pixels pixels, String... options) {
        List<String> command = new ArrayList<>(List.of("cjpeg"));
        command.addAll(List.of(options));
        return ExternalProgram.run(ReferenceCodecs.pnm(pixels), command.toArray(String[]::new))
                .orElseThrow();
    }

    /** Makes a CMYK JPEG with ImageMagick. The inks are stored inverted, as Adobe does. */
    static byte[] cmyk(Pixels pixels, String... options) {
        List<String> command = new ArrayList<>(List.of("convert", "ppm:-", "-colorspace", "CMYK", "-quality", "95"));
        command.addAll(List.of(options));
        command.add("jpeg:-");
        return ExternalProgram.run(ReferenceCodecs.pnm(pixels), command.toArray(String[]::new))
                .orElseThrow();
    }

    /** Makes a JPEG of one colour with the JDK's writer. It stores the four samples unchanged and has no Adobe segment. */
    static byte[] inks(int width, int height, int... samples) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, samples);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(1);
            writer.write(null, new IIOImage(raster, null, null), param);
        } finally {
            writer.dispose();
        }
        return without(bytes.toByteArray(), 0xEE);
    }

    /** Inserts segments after SOI. */
    static byte[] withSegment(byte[] file, int marker, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, 2);
        out.writeBytes(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (data.length + 2 >> 8), (byte) (data.length + 2)});
        out.writeBytes(data);
        out.write(file, 2, file.length - 2);
        return out.toByteArray();
    }

    /** Removes the segments of a marker before the first scan. */
    static byte[] without(byte[] file, int marker) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, 2);
        int at = 2;
        while ((file[at + 1] & 0xFF) != 0xDA) {
            int end = at + 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
            if ((file[at + 1] & 0xFF) != marker) {
                out.write(file, at, end - at);
            }
            at = end;
        }
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    /** The marker codes before the first scan, in file order. */
    static List<Integer> markers(byte[] file) {
        List<Integer> markers = new ArrayList<>();
        for (int at = 2; (file[at + 1] & 0xFF) != 0xDA; at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF)) {
            markers.add(file[at + 1] & 0xFF);
        }
        return markers;
    }

    /** The concatenated data of all segments of a marker before the first scan. */
    static byte[] data(byte[] file, int marker) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 2; (file[at + 1] & 0xFF) != 0xDA; at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF)) {
            if ((file[at + 1] & 0xFF) == marker) {
                out.write(file, at + 4, ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF) - 2);
            }
        }
        return out.toByteArray();
    }
}
