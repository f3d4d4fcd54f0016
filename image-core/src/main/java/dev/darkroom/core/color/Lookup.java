package dev.darkroom.core.color;

/** Table lookups in loops that the JIT compiles to vector instructions. */
final class Lookup {
    private Lookup() {}

    /** Replaces each index by its table value. */
    static void replace(int[] indexes, int[] table, int count) {
        for (int i = 0; i < count; i++) {
            indexes[i] = table[indexes[i]];
        }
    }

    /** Writes the unsigned 8-bit table value of each index to {@code levels}. */
    static void levels(int[] indexes, byte[] table, int[] levels, int count) {
        for (int i = 0; i < count; i++) {
            levels[i] = table[indexes[i]] & 0xFF;
        }
    }
}
