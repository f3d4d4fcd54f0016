package dev.darkroom.core.plan;

import dev.darkroom.core.Region;
import dev.darkroom.core.Size;

/** The arithmetic of sizing. It is exact in {@code long}, so extreme aspect ratios and sizes cause no overflow or rounding drift. */
final class SizingArithmetic {
    private SizingArithmetic() {}

    /** The largest size of the same aspect ratio inside the box, at most the picture's size. The limiting side equals the box's side. */
    static Size inside(Size picture, int width, int height) {
        if (picture.width() <= width && picture.height() <= height) {
            return picture;
        }
        // The width is the limiting side: picture.width / width >= picture.height / height.
        if ((long) picture.width() * height >= (long) picture.height() * width) {
            return new Size(width, scaled(picture.height(), width, picture.width()));
        }
        return new Size(scaled(picture.width(), height, picture.height()), height);
    }

    /** The largest centered region of the picture with the aspect ratio {@code width : height}. */
    static Region crop(Size picture, int width, int height) {
        double pictureWidth = picture.width();
        double pictureHeight = picture.height();
        if ((long) picture.width() * height >= (long) picture.height() * width) {
            double cut = pictureHeight * width / height;
            return new Region((pictureWidth - cut) / 2, 0, cut, pictureHeight);
        }
        double cut = pictureWidth * height / width;
        return new Region(0, (pictureHeight - cut) / 2, pictureWidth, cut);
    }

    static Size rounded(double width, double height) {
        return new Size((int) Math.max(1, Math.round(width)), (int) Math.max(1, Math.round(height)));
    }

    /** {@code side * numerator / denominator}, rounded to the nearest integer, at least 1. */
    private static int scaled(int side, int numerator, int denominator) {
        long product = (long) side * numerator;
        return (int) Math.max(1, (2 * product + denominator) / (2L * denominator));
    }
}
