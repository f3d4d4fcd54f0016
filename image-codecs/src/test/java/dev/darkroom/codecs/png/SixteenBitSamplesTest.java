package dev.darkroom.codecs.png;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SixteenBitSamplesTest {
    private static final int ALL = 1 << 16;

    @Test
    void everySampleIsRoundedToTheNearestLevel() {
        for (int sample = 0; sample < ALL; sample++) {
            assertThat(SixteenBitSamples.reduced(sample) & 0xFF).isEqualTo((int) Math.round(sample * 255 / 65535.0));
        }
    }

    @Test
    void aRowIsReducedLikeItsSamplesWhateverItsLengthAndPlace() {
        byte[] row = new byte[2 * ALL];
        for (int sample = 0; sample < ALL; sample++) {
            // A step that is odd visits every sample, with neighbours that differ.
            int value = sample * 40_503 & 0xFFFF;
            row[2 * sample] = (byte) (value >> 8);
            row[2 * sample + 1] = (byte) value;
        }
        for (int count : new int[] {0, 1, 2, 3, 4, 5, 7, 8, ALL - 1, ALL}) {
            for (int offset : new int[] {0, 3}) {
                byte[] target = new byte[ALL + 8];
                SixteenBitSamples.reduce(row, target, offset, count);
                byte[] expected = new byte[ALL + 8];
                for (int i = 0; i < count; i++) {
                    expected[offset + i] = SixteenBitSamples.reduced((row[2 * i] & 0xFF) << 8 | row[2 * i + 1] & 0xFF);
                }
                assertThat(target).isEqualTo(expected);
            }
        }
    }
}
