package dev.darkroom.turbo.resample;

/** Transposes square matrices that are as wide as a vector. */
final class Transposition {
    private Transposition() {}

    static void square(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        if (PreferredVectors.COUNT == 16) {
            Transpose16x16.turn(from, at, stride, to, toAt, toStride);
        } else if (PreferredVectors.COUNT == 8) {
            Transpose8x8.turn(from, at, stride, to, toAt, toStride);
        } else {
            Transpose4x4.turn(from, at, stride, to, toAt, toStride);
        }
    }
}
