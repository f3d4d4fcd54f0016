package dev.darkroom.codecs.png;

import dev.darkroom.codecs.deflate.DeflateEncoder;

/**
 * Filters rows, a stretch of them at a time, and passes them on. Which filter is best for deflate cannot be computed: noise wants the filter
 * with the smallest differences, a drawing wants no filter. So some stretches are deflated with each rule, and the best rule holds for
 * those after them. Not thread-safe.
 */
final class FilteredRows {
    /** Bytes of a stretch, if its rows are not longer. */
    private static final int STRETCH = 48 * 1024;
    /** Distance of the stretches that are tried. It doubles while the same rule stays the best. */
    private static final int LEAST_DISTANCE = 4;

    private static final int MOST_DISTANCE = 32;

    /** Receives filtered rows with their filter bytes. */
    interface Output {
        void write(byte[] bytes, int from, int length);
    }

    private enum Rule {
        NONE,
        UP,
        SMALLEST_DIFFERENCES
    }

    private final int rowBytes;
    private final Output output;
    /** The row above, and the rows of the stretch. */
    private final byte[] rows;

    private final byte[] filtered;
    private final byte[] best;
    private final int most;
    private final RowFilterChooser smallest;
    private final DeflateEncoder trial;
    private int count;
    private int untilTrial;
    private int distance = LEAST_DISTANCE;
    private long trialBytes;
    private Rule rule = Rule.SMALLEST_DIFFERENCES;

    /**
     * @param unit bytes for each pixel
     */
    FilteredRows(int rowBytes, int height, int unit, Output output) {
        this.rowBytes = rowBytes;
        this.smallest = new RowFilterChooser(rowBytes, unit);
        this.output = output;
        this.most = most(rowBytes, height);
        this.rows = new byte[(most + 1) * rowBytes];
        this.filtered = new byte[most * (rowBytes + 1)];
        this.best = new byte[most * (rowBytes + 1)];
        this.trial = new DeflateEncoder(
                DeflateEncoder.Settings.FAST, filtered.length, (bytes, length) -> trialBytes += length);
    }

    /** The memory in bytes that the rows take. */
    static long bytes(int rowBytes, int height) {
        int most = most(rowBytes, height);
        long stretch = (long) most * (rowBytes + 1);
        return 3 * stretch
                + rowBytes
                + RowFilterChooser.bytes(rowBytes)
                + DeflateEncoder.bytes(DeflateEncoder.Settings.FAST, stretch);
    }

    private static int most(int rowBytes, int height) {
        return Math.max(1, Math.min(height, STRETCH / (rowBytes + 1)));
    }

    /** Adds the next row. The samples are copied. */
    void add(byte[] samples) {
        count++;
        System.arraycopy(samples, 0, rows, count * rowBytes, rowBytes);
        if (count == most) {
            pass();
        }
    }

    void finish() {
        if (count > 0) {
            pass();
        }
    }

    private void pass() {
        byte[] chosen = filtered;
        int length = count * (rowBytes + 1);
        if (untilTrial == 0) {
            chosen = tried();
        } else {
            filter(rule, filtered);
        }
        untilTrial--;
        output.write(chosen, 0, length);
        System.arraycopy(rows, count * rowBytes, rows, 0, rowBytes);
        count = 0;
    }

    private byte[] tried() {
        byte[] free = filtered;
        byte[] kept = best;
        long least = Long.MAX_VALUE;
        Rule before = rule;
        for (Rule candidate : Rule.values()) {
            filter(candidate, free);
            trialBytes = 0;
            trial.reset();
            trial.write(free, 0, count * (rowBytes + 1));
            trial.finish();
            if (trialBytes < least) {
                least = trialBytes;
                rule = candidate;
                byte[] other = kept;
                kept = free;
                free = other;
            }
        }
        untilTrial = distance;
        boolean settled = rule == before && rule == Rule.SMALLEST_DIFFERENCES;
        distance = settled ? Math.min(MOST_DISTANCE, 2 * distance) : LEAST_DISTANCE;
        return kept;
    }

    private void filter(Rule by, byte[] target) {
        if (by == Rule.SMALLEST_DIFFERENCES) {
            smallest.start(rows, 0);
        }
        for (int i = 0; i < count; i++) {
            int row = (i + 1) * rowBytes;
            int at = i * (rowBytes + 1);
            switch (by) {
                case NONE -> {
                    target[at] = PngFilter.NONE;
                    System.arraycopy(rows, row, target, at + 1, rowBytes);
                }
                case UP -> {
                    target[at] = PngFilter.UP;
                    for (int x = 0; x < rowBytes; x++) {
                        target[at + 1 + x] = (byte) (rows[row + x] - rows[row + x - rowBytes]);
                    }
                }
                case SMALLEST_DIFFERENCES -> smallest.filter(rows, row, target, at);
            }
        }
    }
}
