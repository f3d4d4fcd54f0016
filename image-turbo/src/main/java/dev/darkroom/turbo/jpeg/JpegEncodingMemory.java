package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Encoding;
import dev.darkroom.spi.RasterSpec;

/** What encoding takes beside the copy of the picture: what libjpeg-turbo allocates, and the file, also while it is rewritten. */
final class JpegEncodingMemory {
    private static final long FIXED_BYTES = 512 * 1024;
    private static final int ROWS_KEPT = 64;

    private JpegEncodingMemory() {}

    static long bytes(RasterSpec spec, Encoding encoding) {
        long padded = (spec.width() + 64L) * (spec.height() + 16L);
        long rows = (spec.width() + 64L) * 3 * ROWS_KEPT;
        return FIXED_BYTES + rows + padded * 2;
    }
}
