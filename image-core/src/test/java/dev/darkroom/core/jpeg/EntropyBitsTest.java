package dev.darkroom.core.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the reader with one that takes bit after bit from bytes without stuffing. */
class EntropyBitsTest {
    private static final int BEFORE = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 9, 100, 1000})
    void readsTheBitsOfTheBytesWithoutStuffedZerosAndFill(int length) {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(31L * length + seed);
            byte[] plain = bytes(random, length);
            Bytes file = stuffed(plain, random);
            EntropyBits bits = new EntropyBits(file, file.length() - 2);
            bits.startAt(BEFORE);
            long at = 0;
            while (at < 8L * length) {
                int count = (int) Math.min(random.nextInt(17), 8L * length - at);
                if (random.nextBoolean()) {
                    assertThat(bits.read(count)).as("seed %d, bit %d", seed, at).isEqualTo(bitsOf(plain, at, count));
                } else {
                    bits.skip(count);
                }
                at += count;
                assertThat(bits.isExhausted()).isFalse();
            }
            assertThat(bits.end()).as("seed %d", seed).isEqualTo(length == 0 ? BEFORE : file.length() - 2);
            bits.read(8);
            assertThat(bits.isExhausted()).isTrue();
        }
    }

    @Test
    void theEndIsThatOfTheLastByteThatIsReadInPart() {
        Bytes file = Bytes.wrap(new byte[] {1, 2, (byte) 0xFF, 0, 4, 5, 6, 7, 8, 9, 10, 11});
        EntropyBits bits = new EntropyBits(file, file.length());
        int[] ends = {1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        for (int bit = 0; bit < 8 * ends.length; bit++) {
            bits.startAt(0);
            bits.skip(bit + 1);
            assertThat(bits.end()).as("bit %d", bit).isEqualTo(ends[bit / 8]);
            assertThat(bits.bitsInLastByte()).isEqualTo(bit % 8 + 1);
        }
    }

    /** Bytes with many 0xFF. */
    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(6) == 0) {
                bytes[i] = (byte) 0xFF;
            }
        }
        return bytes;
    }

    /** Three other bytes, the data with stuffed zeros and some fill bytes, and the marker EOI. */
    private static Bytes stuffed(byte[] plain, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[BEFORE]);
        for (byte value : plain) {
            out.write(value);
            if (value == (byte) 0xFF) {
                for (int fill = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0; fill > 0; fill--) {
                    out.write(0xFF);
                }
                out.write(0);
            }
        }
        out.write(0xFF);
        out.write(0xD9);
        return Bytes.wrap(out.toByteArray());
    }

    private static int bitsOf(byte[] bytes, long from, int count) {
        int value = 0;
        for (long bit = from; bit < from + count; bit++) {
            value = value << 1 | bytes[(int) (bit >> 3)] >> 7 - (int) (bit & 7) & 1;
        }
        return value;
    }
}
