package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.JpegCodingSegments;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Whether this JDK's JPEG reader leaves YCbCr as it is when it is told that it was RGB. All known ones do; the reader is asked once, by
 * trying, because what nobody promised may change.
 */
final class UnconvertedColors {
    /** Bright red, as RGB and as YCbCr (JFIF 1.02). */
    private static final int RED = 0xFF0000;

    private static final int[] RED_YCBCR = {76, 85, 255};
    /** What the coding of one flat color may change. */
    private static final int TOLERANCE = 3;

    private UnconvertedColors() {}

    static boolean areHad() {
        return Answer.HAD;
    }

    private static final class Answer {
        static final boolean HAD = leavesSample();

        private static boolean leavesSample() {
            try {
                ImageReader reader = JdkJpeg.newReader();
                try {
                    JpegCodingSegments sample =
                            JpegCodingSegments.read(Bytes.wrap(sample())).unconverted();
                    reader.setInput(new PartsInput(sample.parts()), true, true);
                    return isRed(reader.read(0).getRaster());
                } finally {
                    reader.dispose();
                }
            } catch (IOException | ImageException | RuntimeException e) {
                return false;
            }
        }
    }

    private static boolean isRed(Raster samples) {
        int[] pixel = samples.getPixel(samples.getWidth() / 2, samples.getHeight() / 2, (int[]) null);
        for (int channel = 0; channel < RED_YCBCR.length; channel++) {
            if (Math.abs(pixel[channel] - RED_YCBCR[channel]) > TOLERANCE) {
                return false;
            }
        }
        return pixel.length == RED_YCBCR.length;
    }

    private static byte[] sample() throws IOException {
        BufferedImage red = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16 * 16; i++) {
            red.setRGB(i % 16, i / 16, RED);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = JdkJpeg.newWriter();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(red, null, null), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
