package dev.darkroom.hostile.metadata;

/**
 * Something in a file that the picture does not need.
 *
 * @param where in a few words
 */
record Trace(Kind kind, String where) {
    /** What it gives away. */
    enum Kind {
        GPS,
        SERIAL_NUMBER,
        MAKER_NOTE,
        XMP,
        IPTC,
        THUMBNAIL,
        TRAILING_DATA,
        COMMENT,
        /** Who owns the picture and how it may be used, and nothing else. */
        RIGHTS,
        OTHER
    }
}
