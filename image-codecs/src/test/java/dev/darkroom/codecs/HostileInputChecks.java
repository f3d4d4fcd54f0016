package dev.darkroom.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** Checks decoders with damaged files. */
public final class HostileInputChecks {
    private HostileInputChecks() {}

    /** Cuts a file at many points: whatever is missing, it is malformed. */
    public static void everyTruncationIsMalformed(DecoderProvider provider, byte[] file) {
        everyTruncationIsMalformed(provider, file, 0);
    }

    /**
     * The same for a file whose end is not missed.
     *
     * @param end bytes behind the picture
     */
    public static void everyTruncationIsMalformed(DecoderProvider provider, byte[] file, int end) {
        int picture = file.length - end;
        int step = Math.max(1, file.length / 40);
        for (int length = 0; length < picture; length += step) {
            requireMalformed(provider, Arrays.copyOf(file, length), "cut to " + length + " of " + file.length);
        }
        requireMalformed(provider, Arrays.copyOf(file, picture - 1), "without the picture's last byte");
    }

    public static void requireMalformed(DecoderProvider provider, byte[] file, String what) {
        ImageException e =
                Assertions.assertThrows(ImageException.class, () -> CheckedDecoding.decode(provider, file), what);
        assertThat(e.failure()).as(what + ": " + e.getMessage()).isInstanceOf(Failure.Malformed.class);
    }

    /** Changes some bytes. The result must be a picture, or an {@link ImageException} with a message. */
    public static void mutationIsAPictureOrARefusal(DecoderProvider provider, byte[] file, long seed) {
        byte[] mutated = mutated(file, new Random(seed));
        try {
            CheckedDecoding.decode(provider, mutated);
        } catch (ImageException e) {
            assertThat(e.getMessage()).isNotBlank();
            assertThat(e.failure()).isNotInstanceOf(Failure.Defect.class);
        }
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] out = file.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextBoolean() ? random.nextInt(out.length) : random.nextInt(Math.min(out.length, 120));
            switch (random.nextInt(4)) {
                case 0 -> out[at] = (byte) random.nextInt(256);
                case 1 -> out[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> out[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                default -> out = cutOut(out, at, Math.min(out.length - at, 1 + random.nextInt(8)));
            }
            if (out.length == 0) {
                return out;
            }
        }
        return out;
    }

    private static byte[] cutOut(byte[] file, int at, int count) {
        byte[] out = new byte[file.length - count];
        System.arraycopy(file, 0, out, 0, at);
        System.arraycopy(file, at + count, out, at, out.length - at);
        return out;
    }
}
