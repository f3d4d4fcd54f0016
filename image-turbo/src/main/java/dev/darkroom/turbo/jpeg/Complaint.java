package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.JpegCodingSegments;

/**
 * What libjpeg-turbo stopped at, in its own words.
 *
 * @param warning it could have gone on, with gray or garbled blocks for pixels
 */
record Complaint(String text, boolean warning) {
    /** What stands between the last row of a sequential picture and EOI: every row is there by then. */
    private static final String BEFORE_END = "extraneous bytes before marker 0xd9";

    /** Returns where the picture is whole all the same. */
    void raise(JpegCodingSegments coding) throws ImageException {
        if (warning && text.endsWith(BEFORE_END) && !coding.isCollected()) {
            return;
        }
        if (text.contains("Unsupported") || text.contains("not implemented") || text.contains("not supported")) {
            throw ImageException.unsupported("this JPEG cannot be decoded here: " + text);
        }
        throw ImageException.malformed("this JPEG is truncated or damaged: " + text);
    }
}
