package dev.darkroom.core.color;

/** Values by their index in a table, in loops that the JIT compiles to vectors. */
final class Lookup {
    private Lookup() {}

    /** Each index becomes its value. */
    static void replace(int[] indexes, int[] table, int count) {
        for (int i = 0; i < count; i++) {
            indexes[i] = table[indexes[i]];
        }
    }

    /** Each index's 8-bit value. */
    static void levels(int[] indexes, byte[] table, int[] levels, int count) {
        for (int i = 0; i < count; i++) {
            levels[i] = table[indexes[i]] & 0xFF;
        }
    }
}
