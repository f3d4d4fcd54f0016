package dev.darkroom.codecs.png;

import dev.darkroom.core.ImageException;

/** Reverses PNG's row filters (PNG 3rd edition, section 9). Rows do not include the filter byte. {@link RowFilter} applies them. */
final class PngFilter {
    static final int NONE = 0;
    static final int SUB = 1;
    static final int UP = 2;
    static final int AVERAGE = 3;
    static final int PAETH = 4;

    private PngFilter() {}

    /**
     * Reverses a filter in place.
     *
     * @param above the unfiltered row above; zeros for the first row
     * @param unit distance in bytes to the left neighbour: the bytes of a pixel, at least 1
     */
    static void undo(int filter, byte[] row, byte[] above, int length, int unit) throws ImageException {
        switch (filter) {
            case NONE -> {}
            case SUB -> {
                for (int i = unit; i < length; i++) {
                    row[i] += row[i - unit];
                }
            }
            case UP -> {
                for (int i = 0; i < length; i++) {
                    row[i] += above[i];
                }
            }
            case AVERAGE -> {
                for (int i = 0; i < Math.min(unit, length); i++) {
                    row[i] += (byte) ((above[i] & 0xFF) >> 1);
                }
                for (int i = unit; i < length; i++) {
                    row[i] += (byte) ((row[i - unit] & 0xFF) + (above[i] & 0xFF) >> 1);
                }
            }
            case PAETH -> {
                for (int i = 0; i < Math.min(unit, length); i++) {
                    row[i] += above[i];
                }
                for (int i = unit; i < length; i++) {
                    row[i] += (byte) paeth(row[i - unit] & 0xFF, above[i] & 0xFF, above[i - unit] & 0xFF);
                }
            }
            default -> throw ImageException.malformed("this PNG has row filter " + filter + "; it must be 0 to 4");
        }
    }

    private static int paeth(int left, int up, int upLeft) {
        int toLeft = Math.abs(up - upLeft);
        int toUp = Math.abs(left - upLeft);
        int toUpLeft = Math.abs(left + up - 2 * upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }
}
