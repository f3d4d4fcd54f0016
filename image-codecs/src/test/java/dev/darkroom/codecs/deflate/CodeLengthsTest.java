package dev.darkroom.codecs.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeLengthsTest {
    @Test
    void codesAreCompleteAndNoLongerThanAllowed() {
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            int[] frequencies = frequencies(random, 2 + random.nextInt(285));
            int longest = frequencies.length > 128 ? 15 : 7 + random.nextInt(9);
            byte[] lengths = CodeLengths.of(frequencies, longest);
            long taken = 0;
            int used = 0;
            for (int i = 0; i < lengths.length; i++) {
                assertThat(lengths[i] > 0).as("symbol %d of round %d", i, round).isEqualTo(frequencies[i] > 0);
                assertThat((int) lengths[i]).isLessThanOrEqualTo(longest);
                taken += lengths[i] > 0 ? 1L << longest - lengths[i] : 0;
                used += lengths[i] > 0 ? 1 : 0;
            }
            if (used > 1) {
                assertThat(taken).as("round %d", round).isEqualTo(1L << longest);
            }
        }
    }

    /** The smallest total is that of Huffman's own algorithm. */
    @Test
    void withoutALimitTheCodesAreOptimal() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            int[] frequencies = new int[2 + random.nextInt(28)];
            Arrays.setAll(frequencies, i -> 1 + random.nextInt(50));
            byte[] lengths = CodeLengths.of(frequencies, 15);
            long bits = 0;
            for (int i = 0; i < lengths.length; i++) {
                bits += (long) frequencies[i] * lengths[i];
            }
            PriorityQueue<Integer> nodes = new PriorityQueue<>();
            Arrays.stream(frequencies).forEach(nodes::add);
            long least = 0;
            while (nodes.size() > 1) {
                int joined = nodes.remove() + nodes.remove();
                least += joined;
                nodes.add(joined);
            }
            assertThat(bits).isEqualTo(least);
        }
    }

    /** RFC 1951, 3.2.2: the example with the symbols A to H. Codes are written with their first bit lowest. */
    @Test
    void codesAreThoseOfTheSpecification() {
        int[] codes = CodeLengths.codes(new byte[] {3, 3, 3, 3, 3, 2, 4, 4});
        int[] firstBitHighest = {0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111};
        int[] bits = {3, 3, 3, 3, 3, 2, 4, 4};
        for (int i = 0; i < codes.length; i++) {
            assertThat(codes[i]).isEqualTo(Integer.reverse(firstBitHighest[i]) >>> 32 - bits[i]);
        }
    }

    @Test
    void aSingleSymbolTakesOneBitAndNoSymbolNone() {
        assertThat(CodeLengths.of(new int[] {0, 9, 0}, 15)).containsExactly(0, 1, 0);
        assertThat(CodeLengths.of(new int[3], 15)).containsExactly(0, 0, 0);
    }

    private static int[] frequencies(Random random, int count) {
        int[] frequencies = new int[count];
        int steepness = random.nextInt(20);
        for (int i = 0; i < count; i++) {
            frequencies[i] = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(1 << random.nextInt(1 + steepness));
        }
        return frequencies;
    }
}
