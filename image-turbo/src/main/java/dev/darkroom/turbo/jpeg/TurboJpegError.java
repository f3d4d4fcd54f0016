package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.ImageException;

/**
 * An error or warning at which libjpeg-turbo stopped.
 *
 * @param warning whether libjpeg-turbo could have continued, with gray or wrong blocks in the picture
 */
record TurboJpegError(String text, boolean warning) {
    /** Whether the warning is about surplus bytes between the last block and EOI (0xd9). All blocks were decoded before it. */
    boolean isOfTheEnd() {
        return warning && text.endsWith("extraneous bytes before marker 0xd9");
    }

    /**
     * Throws the exception for this error. It returns normally for a warning if the picture is complete: surplus bytes between the last row
     * and EOI do no harm.
     *
     * @param complete whether the decoder has written the last row
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
