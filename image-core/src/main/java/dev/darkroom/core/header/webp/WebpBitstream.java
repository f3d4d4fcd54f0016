package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import org.jspecify.annotations.Nullable;

/**
 * The header of a WebP bitstream: VP8 (RFC 6386, section 9.1) or VP8L (RFC 9649, section 3.4).
 *
 * @param alpha the alpha hint of VP8L; false for VP8, whose alpha is in a separate chunk
 */
public record WebpBitstream(Size size, boolean alpha, boolean lossless) {
    /** Reads the header. Returns null for a chunk of another type. */
    public static @Nullable WebpBitstream read(Bytes file, RiffChunk chunk) throws ImageException {
        if (chunk.is("VP8 ")) {
            return lossy(chunk.data(file));
        }
        return chunk.is("VP8L") ? lossless(chunk.data(file)) : null;
    }

    private static WebpBitstream lossy(Bytes data) throws ImageException {
        if (data.length() < 10) {
            throw ImageException.malformed("this WebP's VP8 header is cut off");
        }
        int tag = data.u24le(0);
        boolean keyFrame = (tag & 1) == 0;
        boolean shown = (tag >> 4 & 1) == 1;
        if (!keyFrame || !shown || !data.startsWith("\u009D\u0001*", 3)) {
            throw ImageException.malformed("this WebP's VP8 chunk does not start with a key frame");
        }
        if ((tag >> 1 & 7) > 3) {
            throw ImageException.malformed("this WebP's VP8 chunk has the unknown profile " + (tag >> 1 & 7));
        }
        if (tag >> 5 > data.length()) {
            throw ImageException.malformed("this WebP ends early: its first VP8 partition is cut off");
        }
        int width = data.u16le(6) & 0x3FFF;
        int height = data.u16le(8) & 0x3FFF;
        if (width == 0 || height == 0) {
            throw ImageException.malformed("this WebP says it is " + width + " x " + height + " pixels");
        }
        return new WebpBitstream(new Size(width, height), false, false);
    }

    private static WebpBitstream lossless(Bytes data) throws ImageException {
        if (data.length() < 5 || data.u8(0) != 0x2F) {
            throw ImageException.malformed("this WebP's VP8L header is cut off or has a wrong signature");
        }
        long bits = data.u32le(1);
        if (bits >> 29 != 0) {
            throw ImageException.malformed("this WebP's VP8L chunk has the unknown version " + (bits >> 29));
        }
        Size size = new Size((int) (bits & 0x3FFF) + 1, (int) (bits >> 14 & 0x3FFF) + 1);
        return new WebpBitstream(size, (bits >> 28 & 1) == 1, true);
    }
}
