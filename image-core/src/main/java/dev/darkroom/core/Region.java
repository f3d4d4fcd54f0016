package dev.darkroom.core;

/** A rectangle of a picture, in pixels from the top left corner. Its edges may lie between pixels. */
public record Region(double left, double top, double width, double height) {
    public Region {
        if (!(left >= 0 && top >= 0 && width > 0 && height > 0)) {
            throw new IllegalArgumentException("not a region: " + left + "," + top + " " + width + "x" + height);
        }
    }

    public static Region all(Size size) {
        return new Region(0, 0, size.width(), size.height());
    }
}
