package dev.darkroom.core.color.icc;

import dev.darkroom.core.Bytes;

/** A curve of equally spaced samples, read directly from the profile. It is linear between samples and constant beyond the ends. */
final class SampledCurve implements Curve {
    private final Bytes table;
    private final int count;
    private final boolean wide;

    private SampledCurve(Bytes table, int count, boolean wide) {
        this.table = table;
        this.count = count;
        this.wide = wide;
    }

    /** Creates a curve from the {@code count} samples of 1 or 2 bytes at {@code offset}. */
    static SampledCurve of(IccBytes bytes, long offset, long count, int bytesPerSample)
            throws UnusableProfileException {
        if (count < 2) {
            throw new UnusableProfileException("a curve's table has " + count + " entries (at least 2 are needed)");
        }
        Bytes table = bytes.part(offset, count * bytesPerSample).table();
        return new SampledCurve(table, (int) count, bytesPerSample == 2);
    }

    @Override
    public double at(double x) {
        double position = x > 0 ? Math.min(x, 1) * (count - 1) : 0;
        int left = Math.min((int) position, count - 2);
        double y0 = sample(left);
        return y0 + (position - left) * (sample(left + 1) - y0);
    }

    private double sample(int index) {
        return wide ? table.u16(2 * index) / 65535.0 : table.u8(index) / 255.0;
    }
}
