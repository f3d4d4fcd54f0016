package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.ImageException;

/**
 * What libjpeg-turbo stopped at, in its own words.
 *
 * @param warning it could have gone on, with gray or garbled blocks for pixels
 */
record TurboJpegError(String text, boolean warning) {
    /** What it warned of stands between the last block and EOI (0xd9); nobody misses that, and nothing comes after it. */
    boolean isOfTheEnd() {
        return warning && text.endsWith("extraneous bytes before marker 0xd9");
    }

    /**
     * Returns where the picture is whole all the same: what stands between the last row and EOI harms nobody.
     *
     * @param complete whether the last row was written
     */
    void raise(boolean complete) throws ImageException {
        if (warning && complete) {
            return;
        }
        if (text.contains("Unsupported") || text.contains("not implemented") || text.contains("not supported")) {
            throw ImageException.unsupported("this JPEG cannot be decoded here: " + text);
        }
        throw ImageException.malformed("this JPEG is truncated or damaged: " + text);
    }
}
