package dev.darkroom.pipeline.pixel;

import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import java.util.Arrays;

/**
 * One chroma plane of a picture, read at luma resolution and written at its own resolution. In the interpolation, a sample has weight three
 * for the pixels nearest to it and weight one for their neighbours beyond, which is JPEG's centered siting. Rows are replaced from the top.
 * The old content of a row is kept as long as rows below it are interpolated with it.
 */
final class ChromaRows {
    private static final int NEAR = 3;

    private final Plane plane;
    private final int shiftX;
    private final int shiftY;
    /** For each luma column, the nearest chroma column. */
    private final int[] near;
    /** For each luma column, the next nearest chroma column. */
    private final int[] far;
    /** For each chroma column, the first luma column that it covers. */
    private final int[] left;
    /** For each chroma column, the last luma column that it covers. */
    private final int[] right;

    private final byte[] bytes;
    private int[] above;
    private int[] row;
    private int[] below;
    private final int[] blended;
    private final int[] sums;
    private int number = -1;

    ChromaRows(Plane plane, Layout layout, int width) {
        this.plane = plane;
        this.shiftX = layout.shiftX(1);
        this.shiftY = layout.shiftY(1);
        this.near = new int[width];
        this.far = new int[width];
        int last = plane.rowBytes() - 1;
        for (int x = 0; x < width; x++) {
            near[x] = x >> shiftX;
            far[x] = Math.max(0, Math.min(last, near[x] + (shiftX == 0 ? 0 : (x & 1) * 2 - 1)));
        }
        this.left = new int[plane.rowBytes()];
        this.right = new int[plane.rowBytes()];
        for (int x = 0; x <= last; x++) {
            left[x] = x << shiftX;
            right[x] = Math.min(width - 1, left[x] + shiftX);
        }
        this.bytes = new byte[plane.rowBytes()];
        this.above = new int[plane.rowBytes()];
        this.row = new int[plane.rowBytes()];
        this.below = new int[plane.rowBytes()];
        this.blended = new int[plane.rowBytes()];
        this.sums = new int[width];
    }

    /** Advances to the next row. */
    void next() {
        number++;
        int[] free = above;
        above = row;
        row = below;
        below = free;
        if (number == 0) {
            read(0, row);
            System.arraycopy(row, 0, above, 0, row.length);
        }
        if (number + 1 < plane.rows()) {
            read(number + 1, below);
        } else {
            System.arraycopy(row, 0, below, 0, row.length);
        }
    }

    private void read(int from, int[] levels) {
        plane.readRow(from, bytes, 0);
        SampleConversion.widen(bytes, levels, levels.length);
    }

    /**
     * Computes the levels for a luma row that this row covers, in units of 1 / {@link Bt601#CHROMA_SCALE} level.
     *
     * @param part index of the luma row among the rows that this one covers
     */
    void interpolate(int part, int[] levels) {
        int[] beyond = shiftY == 0 ? row : part == 0 ? above : below;
        blend(row, beyond, blended, blended.length);
        spread(blended, near, far, levels, levels.length);
    }

    private static void blend(int[] near, int[] far, int[] blended, int count) {
        for (int i = 0; i < count; i++) {
            blended[i] = NEAR * near[i] + far[i];
        }
    }

    private static void spread(int[] row, int[] near, int[] far, int[] levels, int count) {
        for (int i = 0; i < count; i++) {
            levels[i] = NEAR * row[near[i]] + row[far[i]];
        }
    }

    /** Adds the new chroma of a luma row to the sums of this row. */
    void add(int[] chroma) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += chroma[i];
        }
    }

    /**
     * Replaces the row by the mean of the chroma that was added.
     *
     * @param parts number of luma rows that were added
     */
    void replace(int parts) {
        int missing = (1 << shiftY) / parts;
        int[] means = blended;
        pairs(sums, left, right, missing, means, means.length);
        Bt601.chroma(means, 1 + shiftY, means.length);
        SampleConversion.narrow(means, bytes, means.length);
        plane.writeRow(number, bytes, 0);
        Arrays.fill(sums, 0);
    }

    /** If chroma has full horizontal resolution, both columns are the same one, which then counts twice. */
    private static void pairs(int[] sums, int[] left, int[] right, int times, int[] pairs, int count) {
        for (int i = 0; i < count; i++) {
            pairs[i] = (sums[left[i]] + sums[right[i]]) * times;
        }
    }
}
