package dev.darkroom.codecs.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ImageException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowFilterChooserTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theDecoderGetsTheRowsBack(int unit) throws ImageException {
        Random random = new Random(unit);
        for (int length = unit; length < 40 * unit; length += unit) {
            int count = 12;
            byte[] rows = rows(random, count, length);
            RowFilterChooser filter = new RowFilterChooser(length, unit);
            filter.start(rows, 0);
            byte[] above = Arrays.copyOf(rows, length);
            for (int y = 1; y < count; y++) {
                byte[] filtered = new byte[length + 3];
                filter.filter(rows, y * length, filtered, 2);
                byte[] row = Arrays.copyOfRange(filtered, 3, length + 3);
                PngFilter.undo(filtered[2], row, above, length, unit);
                assertThat(row).isEqualTo(Arrays.copyOfRange(rows, y * length, (y + 1) * length));
                above = row;
            }
        }
    }

    @Test
    void eachFilterIsChosenForTheRowThatItPredicts() {
        int length = 3 * 500;
        Random random = new Random(7);
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        byte[] small = new byte[length];
        for (int i = 0; i < length; i++) {
            small[i] = (byte) (random.nextInt(9) - 4);
        }
        assertThat(chosen(noise, small)).isEqualTo(PngFilter.NONE);
        assertThat(chosen(noise, made(noise, PngFilter.SUB))).isEqualTo(PngFilter.SUB);
        assertThat(chosen(noise, noise)).isEqualTo(PngFilter.UP);
        assertThat(chosen(noise, made(noise, PngFilter.AVERAGE))).isEqualTo(PngFilter.AVERAGE);
        assertThat(chosen(noise, made(noise, PngFilter.PAETH))).isEqualTo(PngFilter.PAETH);
    }

    private static int chosen(byte[] above, byte[] row) {
        byte[] rows = Arrays.copyOf(above, 2 * row.length);
        System.arraycopy(row, 0, rows, row.length, row.length);
        RowFilterChooser filter = new RowFilterChooser(row.length, 3);
        filter.start(rows, 0);
        byte[] filtered = new byte[row.length + 1];
        filter.filter(rows, row.length, filtered, 0);
        return filtered[0];
    }

    /** The row that is its filter's prediction, but for its first pixel. */
    private static byte[] made(byte[] above, int filter) {
        byte[] row = new byte[above.length];
        row[0] = 90;
        row[1] = 40;
        row[2] = -70;
        try {
            PngFilter.undo(filter, row, above, row.length, 3);
        } catch (ImageException e) {
            throw new AssertionError(e);
        }
        return row;
    }

    private static byte[] rows(Random random, int count, int length) {
        byte[] rows = new byte[count * length];
        random.nextBytes(rows);
        for (int i = length; i < rows.length; i++) {
            if (i / length % 3 > 0) {
                rows[i] = (byte) (rows[i - length] + random.nextInt(5));
            }
        }
        return rows;
    }
}
