package dev.darkroom.codecs.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ImageException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the loops with the definition (PNG 3rd edition, 9.2 and 9.4), byte after byte. */
class PngFilterTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8})
    void everyFilterIsReversedAsDefined(int unit) throws ImageException {
        Random random = new Random(unit);
        for (int round = 0; round < 400; round++) {
            int length = unit * (1 + random.nextInt(40));
            byte[] above = new byte[length];
            byte[] row = new byte[length];
            random.nextBytes(above);
            random.nextBytes(row);
            for (int filter = PngFilter.NONE; filter <= PngFilter.PAETH; filter++) {
                byte[] undone = row.clone();
                PngFilter.undo(filter, undone, above, length, unit);
                assertThat(undone)
                        .as("filter %d, %d bytes", filter, length)
                        .isEqualTo(defined(filter, row, above, unit));
            }
        }
    }

    private static byte[] defined(int filter, byte[] filtered, byte[] above, int unit) {
        byte[] row = new byte[filtered.length];
        for (int i = 0; i < row.length; i++) {
            int a = i < unit ? 0 : row[i - unit] & 0xFF;
            int b = above[i] & 0xFF;
            int c = i < unit ? 0 : above[i - unit] & 0xFF;
            int prediction = switch (filter) {
                case PngFilter.SUB -> a;
                case PngFilter.UP -> b;
                case PngFilter.AVERAGE -> (a + b) / 2;
                case PngFilter.PAETH -> paeth(a, b, c);
                default -> 0;
            };
            row[i] = (byte) (filtered[i] + prediction);
        }
        return row;
    }

    private static int paeth(int a, int b, int c) {
        int p = a + b - c;
        int pa = Math.abs(p - a);
        int pb = Math.abs(p - b);
        int pc = Math.abs(p - c);
        if (pa <= pb && pa <= pc) {
            return a;
        }
        return pb <= pc ? b : c;
    }
}
