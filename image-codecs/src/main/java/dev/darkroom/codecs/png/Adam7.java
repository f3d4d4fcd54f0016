package dev.darkroom.codecs.png;

/** One pass of Adam7 interlacing (PNG 3rd edition, 8.1): every {@code stepX}-th pixel of every {@code stepY}-th row. */
enum Adam7 {
    FIRST(0, 0, 8, 8),
    SECOND(4, 0, 8, 8),
    THIRD(0, 4, 4, 8),
    FOURTH(2, 0, 4, 4),
    FIFTH(0, 2, 2, 4),
    SIXTH(1, 0, 2, 2),
    SEVENTH(0, 1, 1, 2);

    private final int left;
    private final int top;
    private final int stepX;
    private final int stepY;

    Adam7(int left, int top, int stepX, int stepY) {
        this.left = left;
        this.top = top;
        this.stepX = stepX;
        this.stepY = stepY;
    }

    int left() {
        return left;
    }

    int top() {
        return top;
    }

    int stepX() {
        return stepX;
    }

    int stepY() {
        return stepY;
    }

    /** Pixels in a row of this pass; 0 if the image is too narrow. */
    int width(int imageWidth) {
        return passed(imageWidth, left, stepX);
    }

    /** Rows of this pass; 0 if the image is not tall enough. */
    int height(int imageHeight) {
        return passed(imageHeight, top, stepY);
    }

    private static int passed(int length, int start, int step) {
        return length <= start ? 0 : (length - start - 1) / step + 1;
    }
}
