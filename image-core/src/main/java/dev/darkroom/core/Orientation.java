package dev.darkroom.core;

/**
 * How a stored picture is to be shown: EXIF tag 0x0112 (Exif 2.32, section 4.6.4). To show it, mirror the stored rows and columns as
 * {@link #flipsX} and {@link #flipsY} say, then swap the axes if it {@link #transposes}.
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

    /** The orientation of an EXIF value; anything but 1 to 8 is {@link #NORMAL}, as viewers take it. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : NORMAL;
    }

    /** 1 to 8. */
    public int exif() {
        return ordinal() + 1;
    }

    /** Whether width and height change places. */
    public boolean transposes() {
        return ordinal() >= 4;
    }

    /** Whether each stored row runs backwards (before any transposition). */
    public boolean flipsX() {
        return this == MIRRORED || this == ROTATED_180 || this == TRANSVERSED || this == ROTATED_270;
    }

    /** Whether the stored rows run from the bottom up (before any transposition). */
    public boolean flipsY() {
        return this == ROTATED_180 || this == MIRRORED_VERTICALLY || this == ROTATED_90 || this == TRANSVERSED;
    }

    /** The displayed size of a stored one, and the other way round. */
    public Size apply(Size size) {
        return transposes() ? size.transposed() : size;
    }

    /** Where a region of the displayed picture lies in the stored picture. */
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
