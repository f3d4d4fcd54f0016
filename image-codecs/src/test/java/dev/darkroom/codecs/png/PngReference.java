package dev.darkroom.codecs.png;

import dev.darkroom.codecs.Pixels;
import dev.darkroom.codecs.ReferenceCodecs;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Decodes PNG pixels with ImageMagick and libpng. Chunks that cause a colour conversion are removed first. */
public final class PngReference {
    private PngReference() {}

    public static Optional<Pixels> decode(byte[] file) {
        return ReferenceCodecs.imageMagick(pixelChunks(file), "png");
    }

    private static byte[] pixelChunks(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.write(file, 0, 8);
        ByteBuffer in = ByteBuffer.wrap(file);
        for (int at = 8; at + 12 <= file.length; ) {
            int length = in.getInt(at);
            if (length < 0 || length > file.length - at - 12) {
                break;
            }
            boolean critical = (file[at + 4] & 0x20) == 0;
            boolean transparency =
                    new String(file, at + 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1).equals("tRNS");
            if (critical || transparency) {
                kept.write(file, at, length + 12);
            }
            at += length + 12;
        }
        return kept.toByteArray();
    }
}
