package dev.darkroom.turbo.webp;

import dev.darkroom.core.Encoding;

/**
 * libwebp's own words for an encoding.
 *
 * @param quality 0 to 100; for lossless pictures the effort, which is cwebp's usual 75 then
 */
record WebpSettings(float quality, int method, boolean lossless) {
    private static final float LOSSLESS_QUALITY = 75;

    static WebpSettings of(Encoding encoding) {
        float quality = encoding.lossless() ? LOSSLESS_QUALITY : encoding.quality();
        return new WebpSettings(quality, encoding.effort(), encoding.lossless());
    }
}
