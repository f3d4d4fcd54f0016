package dev.darkroom.pipeline.pixel;

/** Converts the bytes of a row to ints and back, in loops that the JIT compiles to vector code. */
final class SampleConversion {
    private SampleConversion() {}

    static void widen(byte[] bytes, int[] levels, int count) {
        for (int i = 0; i < count; i++) {
            levels[i] = bytes[i] & 0xFF;
        }
    }

    static void narrow(int[] levels, byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) levels[i];
        }
    }
}
