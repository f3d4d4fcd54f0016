package dev.darkroom.hostile.metadata.scan;

/**
 * Something in a file that the picture does not need.
 *
 * @param where in a few words
 */
public record MetadataFinding(Kind kind, String where) {
    /** What it gives away. */
    public enum Kind {
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
