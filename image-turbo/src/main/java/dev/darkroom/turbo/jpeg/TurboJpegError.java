package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.ImageException;

/**
 * What libjpeg-turbo stopped at, in its own words.
 *
 * @param warning it could have gone on, with gray or garbled blocks for pixels
 */
record TurboJpegError(String text, boolean warning) {
    /** Returns where it could have gone on. */
    void raiseUnlessWarning() throws ImageException {
        if (warning) {
            return;
        }
        if (text.contains("Unsupported") || text.contains("not implemented") || text.contains("not supported")) {
            throw ImageException.unsupported("this JPEG cannot be decoded here: " + text);
        }
        throw ImageException.malformed("this JPEG is truncated or damaged: " + text);
    }
}
