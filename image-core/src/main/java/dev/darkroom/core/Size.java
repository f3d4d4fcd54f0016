package dev.darkroom.core;

/** Width and height in pixels, each at least 1. */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a size is at least 1 x 1, not " + width + " x " + height);
        }
    }

    public static Size of(int width, int height) {
        return new Size(width, height);
    }

    public long pixels() {
        return (long) width * height;
    }

    public int longest() {
        return Math.max(width, height);
    }

    public int shortest() {
        return Math.min(width, height);
    }

    public Size transposed() {
        return new Size(height, width);
    }

    /** Whether both sides are at least those of {@code other}. */
    public boolean covers(Size other) {
        return width >= other.width && height >= other.height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
