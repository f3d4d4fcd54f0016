package dev.darkroom.hostile.metadata.scan;

/**
 * A part of a file that the picture does not need.
 *
 * @param where short description of the place
 */
public record MetadataFinding(Kind kind, String where) {
    /** The kind of information that it reveals. */
    public enum Kind {
        GPS,
        SERIAL_NUMBER,
        MAKER_NOTE,
        XMP,
        IPTC,
        THUMBNAIL,
        TRAILING_DATA,
        COMMENT,
        /** Only the owner of the picture and its terms of use. */
        RIGHTS,
        OTHER
    }
}
