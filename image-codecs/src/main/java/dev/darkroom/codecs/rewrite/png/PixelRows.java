package dev.darkroom.codecs.rewrite.png;

import java.util.ArrayList;
import java.util.List;

/**
 * The layout of the rows of a PNG (PNG 3rd edition, 7.2 and 8.1). Each row has a filter byte and its samples.
 *
 * @param bitsPerPixel 1 to 64
 * @param palette whether samples are palette indexes
 * @param passes one pass, or the Adam7 passes that have pixels
 */
record PixelRows(int bitsPerPixel, boolean palette, List<Pass> passes) {
    private static final int PALETTE = 3;
    /** Left, top, horizontal step and vertical step of each pass (8.1). */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    /**
     * @param width width of a row in pixels
     * @param rows number of rows
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

    /** Bytes of a row, without its filter byte. */
    long rowBytes(Pass pass) {
        return ((long) pass.width * bitsPerPixel + 7) / 8;
    }

    /** Bytes of all rows, with their filter bytes. */
    long bytes() {
        return passes.stream()
                .mapToLong(pass -> pass.rows * (1 + rowBytes(pass)))
                .sum();
    }

    /** Size limit of a stream of stored blocks, even with one block for each row (RFC 1950 and 1951, 3.2.4). */
    long storedBytes() {
        long rows = passes.stream().mapToLong(Pass::rows).sum();
        return 6 + bytes() + 5 * (rows + bytes() / 16_383 + 1);
    }

    /** Whether the bits of a row must be read: to find the used palette colours, or the padding bits after the last pixel. */
    boolean areRead() {
        return palette || bitsPerPixel < 8;
    }

    private static int ceil(long length, int step) {
        return length <= 0 ? 0 : (int) ((length + step - 1) / step);
    }
}
