package dev.darkroom.turbo.webp;

import dev.darkroom.core.header.webp.WebpPicture;
import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.RasterSpec;

/**
 * Memory that libwebp allocates itself, in bytes. The values for encoding were measured on noise, which needs the most memory, and include
 * the encoded bytes.
 */
final class WebpMemory {
    private static final long FIXED_BYTES = 1 << 20;

    /** Lowest {@code method} at which the lossy encoder keeps every token until it has chosen its probabilities. */
    private static final int FIRST_WITH_TOKENS = 3;

    /** Lowest {@code method} at which the lossless encoder tries several ways of packing at the same time. */
    private static final int FIRST_THOROUGH = 5;

    /** Extra memory for alpha, which is encoded as a lossless picture of one channel. */
    private static final int ALPHA_BYTES_PER_PIXEL = 26;

    /** Size of the intermediate picture to which VP8L data and ALPH chunks are decoded first. */
    private static final int LOSSLESS_BYTES_PER_PIXEL = 5;

    /** Memory of the VP8 decoder per column: a few rows of samples and a record per macroblock. */
    private static final long BYTES_PER_COLUMN = 256;

    private WebpMemory() {}

    static long encoding(RasterSpec spec, WebpSettings settings) {
        int alpha = spec.layout().hasAlpha() && !settings.lossless() ? ALPHA_BYTES_PER_PIXEL : 0;
        return FIXED_BYTES + spec.size().pixels() * (bytesPerPixel(settings) + alpha);
    }

    static long decoding(WebpPicture picture) {
        boolean lossless = picture.isLossless() || picture.alpha() != null;
        long columns = BYTES_PER_COLUMN * picture.size().width();
        return FIXED_BYTES + columns + (lossless ? picture.size().pixels() * LOSSLESS_BYTES_PER_PIXEL : 0);
    }

    private static int bytesPerPixel(WebpSettings settings) {
        if (settings.lossless()) {
            return settings.method() < FIRST_THOROUGH ? 46 : 56;
        }
        if (settings.method() < FIRST_WITH_TOKENS) {
            return 8;
        }
        return settings.quality() <= 80 ? 18 : settings.quality() <= 90 ? 22 : 30;
    }
}
