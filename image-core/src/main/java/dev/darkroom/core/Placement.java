package dev.darkroom.core;

/**
 * Where a picture ends up in a variant.
 *
 * @param crop the part of the displayed picture that is shown
 * @param content the size it is shown at
 * @param canvas the variant's size
 * @param left columns of the canvas left of the content
 * @param top rows of the canvas above the content
 */
public record Placement(Region crop, Size content, Size canvas, int left, int top) {
    static Placement whole(Size displayed, Size content) {
        return new Placement(Region.all(displayed), content, content, 0, 0);
    }

    /** Whether the content leaves some of the canvas free. */
    public boolean padded() {
        return !content.equals(canvas);
    }
}
