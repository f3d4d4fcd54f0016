package dev.darkroom.core;

/**
 * The orientation of a stored picture: EXIF tag 0x0112 (Exif 2.32, section 4.6.4). To display the picture, first mirror the stored rows
 * and columns ({@link #flipsX}, {@link #flipsY}), then swap the axes ({@link #transposes}).
 */
public enum Orientation {
    NORMAL,
    MIRRORED,
    ROTATED_180,
    MIRRORED_VERTICALLY,
    TRANSPOSED,
    ROTATED_90,
    TRANSVERSED,
    ROTATED_270;

    /** The orientation of an EXIF value. A value outside 1 to 8 gives {@link #NORMAL}, as in viewers. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : NORMAL;
    }

    /** The EXIF value, 1 to 8. */
    public int exif() {
        return ordinal() + 1;
    }

    /** Whether width and height are swapped. */
    public boolean transposes() {
        return ordinal() >= 4;
    }

    /** Whether each stored row is reversed (before any transposition). */
    public boolean flipsX() {
        return this == MIRRORED || this == ROTATED_180 || this == TRANSVERSED || this == ROTATED_270;
    }

    /** Whether the stored rows are in order from bottom to top (before any transposition). */
    public boolean flipsY() {
        return this == ROTATED_180 || this == MIRRORED_VERTICALLY || this == ROTATED_90 || this == TRANSVERSED;
    }

    /** Converts a stored size into the displayed size, and also a displayed size into the stored size. */
    public Size apply(Size size) {
        return transposes() ? size.transposed() : size;
    }

    /** Converts a region of the displayed picture into the same region of the stored picture. */
    public Region toStored(Region displayed, Size stored) {
        boolean swap = transposes();
        double width = swap ? displayed.height() : displayed.width();
        double height = swap ? displayed.width() : displayed.height();
        double left = swap ? displayed.top() : displayed.left();
        double top = swap ? displayed.left() : displayed.top();
        return new Region(
                flipsX() ? Math.max(0, stored.width() - left - width) : left,
                flipsY() ? Math.max(0, stored.height() - top - height) : top,
                width,
                height);
    }
}
