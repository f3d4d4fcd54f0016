package dev.darkroom.codecs.webp;

import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.RasterSpec;

/**
 * Memory that libwebp allocates while it encodes, including the encoded bytes. The values were measured on noise, which takes the most
 * memory. A photograph takes a quarter of this for lossy encoding and three quarters for lossless encoding, but an uploaded picture need
 * not be a photograph.
 */
final class WebpEncodingMemory {
    private static final long FIXED_BYTES = 1 << 20;

    /** From this method on, the lossy encoder keeps every token until it has chosen its probabilities. */
    private static final int FIRST_WITH_TOKENS = 3;

    private static final int LOSSLESS = 46;
    /** Bytes for each pixel from method 5 on, where the encoder tries more ways of packing in parallel. */
    private static final int LOSSLESS_THOROUGH = 56;

    private static final int FIRST_THOROUGH = 5;
    private static final int LOSSY_WITHOUT_TOKENS = 8;
    /** Bytes for each pixel of alpha, which is encoded separately as a lossless picture of one channel. */
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
