package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.jpeg.JpegCodingSegments;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.RasterSpec;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageReader;

/**
 * Tells whether this JDK's JPEG reader leaves YCbCr samples unconverted when the file declares RGB. All known readers do. The behaviour is
 * not specified and may change, so it is checked with one trial decode.
 */
final class YcbcrSupport {
    /** The red channel of bright red. {@link #RED_YCBCR} is the same colour as YCbCr (JFIF 1.02). */
    private static final byte RED = (byte) 0xFF;

    private static final int[] RED_YCBCR = {76, 85, 255};
    /** Largest difference that lossy coding of one flat colour may cause. */
    private static final int TOLERANCE = 3;

    private YcbcrSupport() {}

    static boolean areHad() {
        return LazyHolder.SUPPORTED;
    }

    private static final class LazyHolder {
        static final boolean SUPPORTED = leavesSample();

        private static boolean leavesSample() {
            try {
                ImageReader reader = JdkJpeg.newReader();
                try {
                    JpegCodingSegments sample =
                            JpegCodingSegments.read(sample()).unconverted();
                    reader.setInput(new ConcatenatedInput(sample.parts()), true, true);
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

    private static Bytes sample() throws ImageException {
        RasterSpec spec = RasterSpec.of(new Size(16, 16), Layout.RGB);
        ByteBuffer red = ByteBuffer.allocate(3 * 16 * 16);
        for (int i = 0; i < red.capacity(); i += 3) {
            red.put(i, RED);
        }
        Plane plane = new Plane(red, 0, 3 * 16, 3 * 16, 16);
        try (Encoder encoder = new JpegEncoder(spec, Encoding.jpeg(), () -> {})) {
            encoder.accept(new Band(spec, 0, 16, List.of(plane)));
            return encoder.finish();
        }
    }
}
