package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.jpeg.LargestScan;
import dev.darkroom.spi.codec.RasterSpec;

/**
 * Peak memory of encoding one JPEG, in bytes. While libjpeg-turbo encodes, this is a copy of the picture, the library's own memory and the
 * file. While the file is rewritten, the copy is already freed, and the peak is both files and the tokens.
 */
final class JpegEncodingMemory {
    private static final long FIXED_BYTES = 1 << 20;
    private static final int ROWS_KEPT = 64;

    /** Copies of the file while encoding: the library's output and a Java array. */
    private static final int FILES_WHILE_ENCODING = 2;
    /** Copies of the file while it is rewritten: the input, the output and the tokens. */
    private static final double FILES_WHILE_OPTIMIZING = 2 + LargestScan.TOKEN_BYTES;

    private JpegEncodingMemory() {}

    /**
     * @param planes bytes of the copy of the picture
     */
    static long bytes(RasterSpec spec, Encoding encoding, long planes) {
        long rows = (spec.width() + 64L) * 3 * ROWS_KEPT;
        double file = LargestScan.bytes(samples(spec), encoding.quality());
        double encode = planes + rows + FILES_WHILE_ENCODING * file;
        double optimize = encoding.optimizedHuffman() ? FILES_WHILE_OPTIMIZING * file : 0;
        return FIXED_BYTES + (long) Math.max(encode, optimize);
    }

    /** Samples that are encoded. RGB is encoded as 4:2:0. */
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
