package dev.darkroom.codecs.png;

import dev.darkroom.core.ImageException;

/** Reverses PNG's row filters (PNG 3rd edition, section 9). Rows do not include the filter byte. {@link RowFilterChooser} applies them. */
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
                switch (unit) {
                    case 3 -> undoPaeth3(row, above, length);
                    case 4 -> undoPaeth4(row, above, length);
                    default -> undoPaeth(row, above, length, unit);
                }
            }
            default -> throw ImageException.malformed("this PNG has row filter " + filter + "; it must be 0 to 4");
        }
    }

    private static void undoPaeth(byte[] row, byte[] above, int length, int unit) {
        for (int i = unit; i < length; i++) {
            row[i] += (byte) paeth(row[i - unit] & 0xFF, above[i] & 0xFF, above[i - unit] & 0xFF);
        }
    }

    /** Does the same for three bytes a pixel. Its left and upper left neighbours stay in registers. */
    private static void undoPaeth3(byte[] row, byte[] above, int length) {
        int left0 = row[0] & 0xFF;
        int left1 = row[1] & 0xFF;
        int left2 = row[2] & 0xFF;
        int corner0 = above[0] & 0xFF;
        int corner1 = above[1] & 0xFF;
        int corner2 = above[2] & 0xFF;
        for (int i = 3; i + 3 <= length; i += 3) {
            int up0 = above[i] & 0xFF;
            int up1 = above[i + 1] & 0xFF;
            int up2 = above[i + 2] & 0xFF;
            left0 = row[i] + paeth(left0, up0, corner0) & 0xFF;
            left1 = row[i + 1] + paeth(left1, up1, corner1) & 0xFF;
            left2 = row[i + 2] + paeth(left2, up2, corner2) & 0xFF;
            row[i] = (byte) left0;
            row[i + 1] = (byte) left1;
            row[i + 2] = (byte) left2;
            corner0 = up0;
            corner1 = up1;
            corner2 = up2;
        }
    }

    /** Does the same for four bytes a pixel. */
    private static void undoPaeth4(byte[] row, byte[] above, int length) {
        int left0 = row[0] & 0xFF;
        int left1 = row[1] & 0xFF;
        int left2 = row[2] & 0xFF;
        int left3 = row[3] & 0xFF;
        int corner0 = above[0] & 0xFF;
        int corner1 = above[1] & 0xFF;
        int corner2 = above[2] & 0xFF;
        int corner3 = above[3] & 0xFF;
        for (int i = 4; i + 4 <= length; i += 4) {
            int up0 = above[i] & 0xFF;
            int up1 = above[i + 1] & 0xFF;
            int up2 = above[i + 2] & 0xFF;
            int up3 = above[i + 3] & 0xFF;
            left0 = row[i] + paeth(left0, up0, corner0) & 0xFF;
            left1 = row[i + 1] + paeth(left1, up1, corner1) & 0xFF;
            left2 = row[i + 2] + paeth(left2, up2, corner2) & 0xFF;
            left3 = row[i + 3] + paeth(left3, up3, corner3) & 0xFF;
            row[i] = (byte) left0;
            row[i + 1] = (byte) left1;
            row[i + 2] = (byte) left2;
            row[i + 3] = (byte) left3;
            corner0 = up0;
            corner1 = up1;
            corner2 = up2;
            corner3 = up3;
        }
    }

    /** The prediction of the Paeth filter (9.4). It has no branches, because nobody can predict them in a photograph. */
    private static int paeth(int left, int up, int upLeft) {
        int toLeft = Math.abs(up - upLeft);
        int toUp = Math.abs(left - upLeft);
        int toUpLeft = Math.abs(left + up - 2 * upLeft);
        int isUp = toUp - toLeft >> 31;
        int nearer = left + (up - left & isUp);
        int distance = toLeft + (toUp - toLeft & isUp);
        int isUpLeft = toUpLeft - distance >> 31;
        return nearer + (upLeft - nearer & isUpLeft);
    }
}
