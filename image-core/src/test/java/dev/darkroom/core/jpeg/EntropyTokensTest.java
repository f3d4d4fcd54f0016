package dev.darkroom.core.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntropyTokensTest {
    private final EntropyTokens tokens = new EntropyTokens();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 5000})
    void whatWasPutInComesOutInOrder(int blocks) {
        fill(blocks, 0);

        assertThat(all()).isEqualTo(expected(blocks, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void afterClearingNothingOfBeforeComesOut(int mostRuns) {
        fill(3000, 0);
        tokens.clear(mostRuns);
        assertThat(all()).isEmpty();

        fill(2500, 7);
        assertThat(all()).isEqualTo(expected(2500, 7));
    }

    @Test
    void everySymbolIsCounted() {
        fill(3000, 0);

        assertThat(Arrays.stream(tokens.frequencies()).sum()).isEqualTo(3000 * EntropyTokens.MOST_PER_BLOCK);
    }

    private void fill(int blocks, int first) {
        for (int block = 0; block < blocks; block++) {
            int[] run = tokens.room(EntropyTokens.MOST_PER_BLOCK);
            for (int i = 0; i < EntropyTokens.MOST_PER_BLOCK; i++) {
                run[tokens.end() + i] = first + block * EntropyTokens.MOST_PER_BLOCK + i;
            }
            tokens.filled(tokens.end() + EntropyTokens.MOST_PER_BLOCK);
        }
    }

    private static List<Integer> expected(int blocks, int first) {
        return IntStream.range(first, first + blocks * EntropyTokens.MOST_PER_BLOCK)
                .boxed()
                .toList();
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        tokens.forEach((run, count) -> Arrays.stream(run, 0, count).forEach(all::add));
        return all;
    }
}
