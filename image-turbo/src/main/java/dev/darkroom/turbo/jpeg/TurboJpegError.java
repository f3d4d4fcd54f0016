package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.ImageException;

/**
 * An error or warning at which libjpeg-turbo stopped.
 *
 * @param warning whether libjpeg-turbo could have continued, with gray or wrong blocks in the picture
 */
record TurboJpegError(String text, boolean warning) {
    /** Throws the exception for an error. Returns normally for a warning. */
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
