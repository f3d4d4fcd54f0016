package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReader;

/**
 * Tells whether this JDK's JPEG reader decodes arithmetic coding. Debian's reader does, Temurin's does not. The result comes from one trial
 * decode.
 */
final class ArithmeticCodingSupport {
    private ArithmeticCodingSupport() {}

    static boolean isSupported() {
        return LazyHolder.SUPPORTED;
    }

    private static final class LazyHolder {
        static final boolean SUPPORTED = decodesSample();

        private static boolean decodesSample() {
            try {
                ImageReader reader = JdkJpeg.newReader();
                try {
                    reader.setInput(new ConcatenatedInput(List.of(sample())), true, true);
                    return reader.readRaster(0, null).getHeight() == 8;
                } finally {
                    reader.dispose();
                }
            } catch (IOException | RuntimeException e) {
                return false;
            }
        }
    }

    /** An SOF9 JPEG of 8 x 8 gray pixels. The scan data is zeros; an arithmetic decoder accepts any bits. */
    private static Bytes sample() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, 0xFF, 0xD8, 0xFF, 0xDB, 0, 67, 0);
        for (int i = 0; i < 64; i++) {
            out.write(1);
        }
        write(out, 0xFF, 0xC9, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0);
        write(out, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0, 0, 0, 0xFF, 0xD9);
        return Bytes.wrap(out.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
    }
}
