package dev.darkroom.turbo.resample;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The preferred vector species of this processor, 128 to 512 bits wide. */
final class PreferredVectors {
    static final VectorSpecies<Float> FLOATS = species();
    static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
    /** Floats in a vector: 4, 8 or 16. */
    static final int COUNT = FLOATS.length();
    /** A vector with one byte per lane, or two bytes per lane if Java has no vector of so few bytes. */
    static final VectorSpecies<Byte> BYTES = COUNT == 16 ? ByteVector.SPECIES_128 : ByteVector.SPECIES_64;
    /** Whether the processor has a fused multiply-add. Without it, Java computes an exact one, which is very slow. */
    private static final boolean FUSED = COUNT > 4 || "aarch64".equals(System.getProperty("os.arch"));

    private PreferredVectors() {}

    private static VectorSpecies<Float> species() {
        VectorSpecies<Float> preferred = FloatVector.SPECIES_PREFERRED;
        return preferred.length() > 16 ? VectorSpecies.of(float.class, VectorShape.S_512_BIT) : preferred;
    }

    static FloatVector plus(FloatVector sum, FloatVector value, FloatVector weight) {
        return FUSED ? value.fma(weight, sum) : value.mul(weight).add(sum);
    }

    static FloatVector zero() {
        return FloatVector.zero(FLOATS);
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    static IntVector ints(FloatVector vector) {
        return vector.reinterpretAsInts();
    }
}
