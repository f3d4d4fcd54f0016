package dev.darkroom.codecs.png;

/** Chooses each row's filter by the smallest sum of absolute differences (PNG 3rd edition, 12.7). */
final class PngRowFilter {
    private final int unit;
    /** The current row with each filter; the filter byte comes first. */
    private final byte[][] filtered;

    /**
     * @param unit bytes for each pixel
     */
    PngRowFilter(int rowBytes, int unit) {
        this.unit = unit;
        this.filtered = new byte[PngFilter.PAETH + 1][rowBytes + 1];
        for (int filter = 0; filter < filtered.length; filter++) {
            filtered[filter][0] = (byte) filter;
        }
    }

    /** The row with its best filter. The filter byte comes first. The array is valid until the next call. */
    byte[] best(byte[] row, byte[] above) {
        byte[] best = filtered[PngFilter.NONE];
        long smallest = Long.MAX_VALUE;
        for (int filter = PngFilter.NONE; filter <= PngFilter.PAETH; filter++) {
            byte[] candidate = filtered[filter];
            PngFilter.apply(filter, row, above, row.length, unit, candidate, 1);
            long sum = 0;
            for (int i = 1; i < candidate.length; i++) {
                sum += Math.abs(candidate[i]);
            }
            if (sum < smallest) {
                smallest = sum;
                best = candidate;
            }
        }
        return best;
    }
}
