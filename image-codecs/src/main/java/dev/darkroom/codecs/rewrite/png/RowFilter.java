package dev.darkroom.codecs.rewrite.png;

import dev.darkroom.core.ImageException;

/** Reverses the row filters of pictures with at most one byte for each pixel (PNG 3rd edition, 9.2). */
final class RowFilter {
    private byte[] above = new byte[0];
    private byte[] row = new byte[0];

    /** Starts a pass with zeros as the row above. */
    void start(int rowBytes) {
        above = new byte[rowBytes];
        row = new byte[rowBytes];
    }

    /** The current row. The caller fills it with filtered bytes before {@link #undo}. */
    byte[] row() {
        return row;
    }

    /**
     * Reverses the filter of the current row in place.
     *
     * @throws ImageException malformed if the filter is unknown
     */
    void undo(int filter) throws ImageException {
        if (filter == 0) {
            return;
        }
        int left = 0;
        int aboveLeft = 0;
        for (int x = 0; x < row.length; x++) {
            int up = above[x] & 0xFF;
            int prediction = switch (filter) {
                case 1 -> left;
                case 2 -> up;
                case 3 -> left + up >> 1;
                case 4 -> paeth(left, up, aboveLeft);
                default -> throw ImageException.malformed("this PNG has a row with the unknown filter " + filter);
            };
            left = row[x] + prediction & 0xFF;
            aboveLeft = up;
            row[x] = (byte) left;
        }
    }

    void next() {
        byte[] done = row;
        row = above;
        above = done;
    }

    private static int paeth(int left, int up, int aboveLeft) {
        int estimate = left + up - aboveLeft;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toAboveLeft = Math.abs(estimate - aboveLeft);
        if (toLeft <= toUp && toLeft <= toAboveLeft) {
            return left;
        }
        return toUp <= toAboveLeft ? up : aboveLeft;
    }
}
