package dev.darkroom.codecs.rewrite.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;

/** Cuts the data of VP8, VP8L and ALPH chunks after the code of the last pixel (RFC 9649, sections 2.7.1.2 and 3). */
public final class WebpPixels {
    private static final int LOSSLESS_HEADER = 5;
    private static final int ALPHA_HEADER = 1;
    /** Pre-processing, filter and compression; the two highest bits are reserved. */
    private static final int ALPHA_FLAGS = 0x3F;

    private WebpPixels() {}

    /** Cuts the data of a VP8 chunk whose header was already validated. */
    public static Bytes lossy(Bytes data, Deadline deadline) throws ImageException {
        return LossyFrame.clean(data, deadline);
    }

    /** Cuts the data of a VP8L chunk whose header was already validated. */
    public static Bytes lossless(Bytes data, Size size, Deadline deadline) throws ImageException {
        return cut(data, LosslessDataEnd.of(data, LOSSLESS_HEADER, size.width(), size.height(), deadline));
    }

    /** Cuts the data of an ALPH chunk. */
    public static Bytes alpha(Bytes data, Size size, Deadline deadline) throws ImageException {
        if (data.isEmpty()) {
            throw ImageException.malformed("this WebP has an empty alpha plane");
        }
        int compression = data.u8(0) & 3;
        if (compression > 1) {
            throw ImageException.malformed("this WebP's alpha plane has the unknown compression " + compression);
        }
        long bits = compression == 1
                ? LosslessDataEnd.of(data, ALPHA_HEADER, size.width(), size.height(), deadline)
                : 8 * (ALPHA_HEADER + size.pixels());
        byte[] cut = cut(data, bits).toArray();
        cut[0] &= ALPHA_FLAGS;
        return Bytes.wrap(cut);
    }

    private static Bytes cut(Bytes data, long bits) throws ImageException {
        long length = (bits + 7) / 8;
        if (length > data.length()) {
            throw ImageException.malformed("this WebP ends early, within an alpha plane");
        }
        byte[] cut = data.slice(0, (int) length).toArray();
        cut[cut.length - 1] &= (byte) (0xFF >>> (int) (8 * length - bits));
        return Bytes.wrap(cut);
    }
}
