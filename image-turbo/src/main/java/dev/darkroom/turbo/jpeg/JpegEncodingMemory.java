package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.jpeg.LargestScan;
import dev.darkroom.spi.codec.RasterSpec;

/**
 * What encoding takes at once: first a copy of the picture, what libjpeg-turbo allocates, and the file; then, the copy gone, the file and
 * what it is rewritten from.
 */
final class JpegEncodingMemory {
    private static final long FIXED_BYTES = 1 << 20;
    private static final int ROWS_KEPT = 64;

    /** Written by the library, then an array of ours. */
    private static final int FILES_WHILE_ENCODING = 2;
    /** The file, its better version, and its tokens. */
    private static final double FILES_WHILE_OPTIMIZING = 2 + LargestScan.TOKEN_BYTES;

    private JpegEncodingMemory() {}

    /**
     * @param planes bytes of the copy
     */
    static long bytes(RasterSpec spec, Encoding encoding, long planes) {
        long rows = (spec.width() + 64L) * 3 * ROWS_KEPT;
        double file = LargestScan.bytes(samples(spec), encoding.quality());
        double encode = planes + rows + FILES_WHILE_ENCODING * file;
        double optimize = encoding.optimizedHuffman() ? FILES_WHILE_OPTIMIZING * file : 0;
        return FIXED_BYTES + (long) Math.max(encode, optimize);
    }

    /** As encoded: RGB's chroma is halved both ways. */
    private static long samples(RasterSpec spec) {
        long padded = (spec.width() + 16L) * (spec.height() + 16L);
        return switch (spec.layout().channels()) {
            case GRAY -> padded;
            case YCBCR_420, RGB, RGBA -> padded * 3 / 2;
            case YCBCR_422, YCBCR_440 -> padded * 2;
            case YCBCR_444 -> padded * 3;
        };
    }
}
