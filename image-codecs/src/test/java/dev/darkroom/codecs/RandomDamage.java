package dev.darkroom.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Arrays;
import java.util.Random;

/** Changes bytes at random positions. The result must be a picture, or an {@link ImageException} with a message. */
public final class RandomDamage {
    /** Pictures above this limit are not decoded, because the limits of a pipeline would reject them. */
    private static final long MOST_PIXELS = 4_000_000;

    private RandomDamage() {}

    public static void leavesAPictureOrARefusal(DecoderProvider provider, byte[] file, long seed) {
        byte[] damaged = damaged(file, new Random(seed));
        try {
            Format format = provider.formats().iterator().next();
            if (HeaderReader.read(format, Bytes.copyOf(damaged)).stored().pixels() <= MOST_PIXELS) {
                CheckedDecoding.decode(provider, damaged);
            }
        } catch (ImageException e) {
            assertThat(e.getMessage()).isNotBlank();
            assertThat(e.failure()).isNotInstanceOf(Failure.Defect.class);
        }
    }

    private static byte[] damaged(byte[] file, Random random) {
        byte[] out = file.clone();
        for (int changes = 1 + random.nextInt(5); changes > 0 && out.length > 0; changes--) {
            boolean inHeader = random.nextBoolean();
            int at = random.nextInt(inHeader ? Math.min(out.length, 100) : out.length);
            switch (random.nextInt(4)) {
                case 0 -> out[at] = (byte) random.nextInt(256);
                case 1 -> out[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> out[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                default -> out = without(out, at, 1 + random.nextInt(8));
            }
        }
        return out;
    }

    private static byte[] without(byte[] file, int at, int count) {
        byte[] out = Arrays.copyOf(file, Math.max(at, file.length - count));
        int tail = Math.min(file.length, at + count);
        System.arraycopy(file, tail, out, at, file.length - tail);
        return Arrays.copyOf(out, at + file.length - tail);
    }
}
