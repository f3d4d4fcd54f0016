package dev.darkroom.pipeline.resample;

import dev.darkroom.spi.Plane;

/** The latest source rows as floats, alpha premultiplied. */
final class RowRing {
    private final int left;
    private final boolean alpha;
    private final float[][] rows;
    private byte[] bytes = new byte[0];

    RowRing(PlaneResize resize) {
        this.left = resize.left() * resize.channels();
        this.alpha = resize.channels() == 4;
        this.rows = new float[resize.vertical().count()][resize.rowFloats()];
    }

    void put(int number, Plane band, int index) {
        if (bytes.length < band.rowBytes()) {
            bytes = new byte[band.rowBytes()];
        }
        band.readRow(index, bytes, 0);
        float[] row = rows[number % rows.length];
        if (alpha) {
            premultiply(bytes, left, row);
        } else {
            widen(bytes, left, row);
        }
    }

    float[] row(int number) {
        return rows[number % rows.length];
    }

    private static void widen(byte[] bytes, int from, float[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = bytes[from + i] & 0xFF;
        }
    }

    private static void premultiply(byte[] bytes, int from, float[] row) {
        for (int i = 0; i < row.length; i += 4) {
            float alpha = bytes[from + i + 3] & 0xFF;
            float share = alpha / 255f;
            row[i] = (bytes[from + i] & 0xFF) * share;
            row[i + 1] = (bytes[from + i + 1] & 0xFF) * share;
            row[i + 2] = (bytes[from + i + 2] & 0xFF) * share;
            row[i + 3] = alpha;
        }
    }
}
