package dev.darkroom.turbo.webp;

import dev.darkroom.core.header.webp.WebpPicture;
import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.RasterSpec;

/** What libwebp allocates by itself. For encoding it was measured on noise, which takes the most, the encoded bytes included. */
final class WebpMemory {
    private static final long FIXED_BYTES = 1 << 20;

    /** From this method on a lossy encoder keeps every token until it has chosen its probabilities. */
    private static final int FIRST_WITH_TOKENS = 3;

    /** From this method on more ways of lossless packing are tried side by side. */
    private static final int FIRST_THOROUGH = 5;

    /** Beside the colours, alpha is encoded as a lossless picture of one channel. */
    private static final int ALPHA_BYTES_PER_PIXEL = 26;

    /** What VP8L is decoded to first; an ALPH chunk becomes a plane by way of the same. */
    private static final int LOSSLESS_BYTES_PER_PIXEL = 5;

    /** What VP8 keeps of each column: a few rows of samples, and a record per macroblock. */
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
