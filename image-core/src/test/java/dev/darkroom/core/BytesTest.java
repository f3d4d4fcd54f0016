package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Property(tries = 2000)
    void aByteIsFoundWhereALoopFindsIt(
            @ForAll long seed, @ForAll @IntRange(max = 40) int length, @ForAll @IntRange(max = 7) int lead) {
        Random random = new Random(seed);
        byte[] array = new byte[lead + length + 9];
        for (int i = 0; i < array.length; i++) {
            // A word-wise search can confuse the value with its neighbours and with the neighbours of its high bit.
            array[i] = (byte) (random.nextBoolean() ? 0xFE + random.nextInt(4) : 0x7E + random.nextInt(4));
        }
        Bytes bytes = Bytes.wrap(array).slice(lead, length);
        int from = random.nextInt(length + 1);
        for (int value : new int[] {0xFF, 0xFE, 0x00, 0x01, 0x80, 0x7F, 0x33}) {
            int expected = from;
            while (expected < length && bytes.u8(expected) != value) {
                expected++;
            }
            assertThat(bytes.indexOf(value, from)).isEqualTo(expected);
        }
    }

    @Test
    void aSearchFromOutsideIsRefused() {
        Bytes bytes = Bytes.wrap(new byte[3]);
        assertThat(bytes.indexOf(1, 3)).isEqualTo(3);
        assertThatThrownBy(() -> bytes.indexOf(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bytes.indexOf(1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
