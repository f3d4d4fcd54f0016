package dev.darkroom.turbo.resample;

/** Turns squares as wide as a vector about their diagonal. */
final class Transposition {
    private Transposition() {}

    static void square(float[] from, int at, int stride, float[] to, int toAt, int toStride) {
        if (Lanes.COUNT == 16) {
            Square16.turn(from, at, stride, to, toAt, toStride);
        } else if (Lanes.COUNT == 8) {
            Square8.turn(from, at, stride, to, toAt, toStride);
        } else {
            Square4.turn(from, at, stride, to, toAt, toStride);
        }
    }
}
