package dev.darkroom.codecs.rewrite.png;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a PNG's pixels are coded in (PNG 3rd edition, 7.2 and 8.1): each a filter byte and its samples.
 *
 * @param bitsPerPixel 1 to 64
 * @param palette whether samples are indexes
 * @param passes one, or those of Adam7 that have pixels
 */
record PixelRows(int bitsPerPixel, boolean palette, List<Pass> passes) {
    private static final int PALETTE = 3;
    /** Left, top, and the steps across and down (8.1). */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    /**
     * @param width of a row in pixels
     * @param rows how many there are
     */
    record Pass(int width, int rows) {}

    static PixelRows of(int width, int height, int depth, int colorType, boolean interlaced) {
        int channels = switch (colorType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        List<Pass> passes = new ArrayList<>();
        if (interlaced) {
            for (int[] pass : ADAM7) {
                int across = ceil((long) width - pass[0], pass[2]);
                int down = ceil((long) height - pass[1], pass[3]);
                if (across > 0 && down > 0) {
                    passes.add(new Pass(across, down));
                }
            }
        } else {
            passes.add(new Pass(width, height));
        }
        return new PixelRows(depth * channels, colorType == PALETTE, List.copyOf(passes));
    }

    /** Of a row, without its filter byte. */
    long rowBytes(Pass pass) {
        return ((long) pass.width * bitsPerPixel + 7) / 8;
    }

    /** Of all rows. */
    long bytes() {
        return passes.stream()
                .mapToLong(pass -> pass.rows * (1 + rowBytes(pass)))
                .sum();
    }

    /** What a stream of stored blocks takes, be it one for each row (RFC 1950 and 1951, 3.2.4). */
    long storedBytes() {
        long rows = passes.stream().mapToLong(Pass::rows).sum();
        return 6 + bytes() + 5 * (rows + bytes() / 16_383 + 1);
    }

    /** Whether anything depends on the bits of a row: which colours of a palette occur, or what stands behind its last pixel. */
    boolean areRead() {
        return palette || bitsPerPixel < 8;
    }

    private static int ceil(long length, int step) {
        return length <= 0 ? 0 : (int) ((length + step - 1) / step);
    }
}
