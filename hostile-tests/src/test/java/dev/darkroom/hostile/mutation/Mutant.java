package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Format;
import dev.darkroom.hostile.fuzz.PngChecksums;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A damaged file. The same originals and number always give the same file.
 *
 * @param number number of the mutant, from 0
 */
record Mutant(long number, Original original, Mutation mutation, byte[] bytes) {
    private static final int RIFF_HEADER = 8;

    static Mutant of(List<Original> originals, long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L + 1);
        Original victim = originals.get(random.nextInt(originals.size()));
        List<Original> kin = originals.stream()
                .filter(other -> other.format().equals(victim.format()))
                .toList();
        Original donor = kin.get(random.nextInt(kin.size()));
        Mutation mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
        PartitionedFile anatomy =
                PartitionedFile.of(victim.format(), victim.file().get());
        byte[] damaged = mutation.apply(
                anatomy, PartitionedFile.of(donor.format(), donor.file().get()), random);
        return new Mutant(number, victim, mutation, random.nextInt(4) == 0 ? damaged : mended(damaged));
    }

    /** The file with correct checksums or file length, as a careful attacker would write it. Three of four mutants use it. */
    private static byte[] mended(byte[] file) {
        if (file.length >= RIFF_HEADER && file[0] == 'R' && file[1] == 'I') {
            byte[] riff = file.clone();
            ByteBuffer.wrap(riff).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - RIFF_HEADER);
            return riff;
        }
        return PngChecksums.mended(file).orElse(file);
    }

    String kind() {
        return mutation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    String format() {
        return original.format().map(Format::title).orElse("none");
    }

    @Override
    public String toString() {
        return "mutant " + number + ", " + original.path() + " " + kind() + ", " + bytes.length + " bytes";
    }
}
