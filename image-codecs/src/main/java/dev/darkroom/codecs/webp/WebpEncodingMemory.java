package dev.darkroom.codecs.webp;

import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.RasterSpec;

/**
 * What libwebp allocates while it encodes, the encoded bytes included: measured on noise, which takes the most. A photograph takes a
 * quarter of that when lossy, and three quarters when lossless; nobody vouches for an upload to be one.
 */
final class WebpEncodingMemory {
    private static final long FIXED_BYTES = 1 << 20;

    /** From this method on a lossy encoder keeps every token until it has chosen its probabilities. */
    private static final int FIRST_WITH_TOKENS = 3;

    private static final int LOSSLESS = 46;
    /** From method 5 on more ways of packing are tried side by side. */
    private static final int LOSSLESS_THOROUGH = 56;

    private static final int FIRST_THOROUGH = 5;
    private static final int LOSSY_WITHOUT_TOKENS = 8;
    /** Beside the colours, alpha is encoded as a lossless picture of one channel. */
    private static final int ALPHA = 26;

    private WebpEncodingMemory() {}

    static long bytes(RasterSpec spec, WebpSettings settings) {
        return FIXED_BYTES + spec.size().pixels() * bytesPerPixel(spec.layout().hasAlpha(), settings);
    }

    private static int bytesPerPixel(boolean alpha, WebpSettings settings) {
        if (settings.lossless()) {
            return settings.method() < FIRST_THOROUGH ? LOSSLESS : LOSSLESS_THOROUGH;
        }
        int colors = settings.method() < FIRST_WITH_TOKENS ? LOSSY_WITHOUT_TOKENS : withTokens(settings.quality());
        return colors + (alpha ? ALPHA : 0);
    }

    private static int withTokens(float quality) {
        if (quality <= 80) {
            return 18;
        }
        return quality <= 90 ? 22 : 30;
    }
}
