package dev.darkroom.svg.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            value = {
                "M0 0L5,5z | M0 0L5 5z",
                " m.5.5-1-1 2e1 3 | m.5 .5 -1 -1 2e1 3",
                "M0 0h1 2v3zm1 1 | M0 0h1 2v3zm1 1",
                "M0 0a1 1 0 01.5.5 | M0 0a1 1 0 0 1 .5 .5",
                "M0 0z5 5 | M0 0z",
                "M0 0z z | M0 0zz",
                "M0 0L1 | M0 0",
                "M0 0L1 1 2 | M0 0L1 1",
                "M0 0C1 2 3 4 5 6 7 8 | M0 0C1 2 3 4 5 6",
                "M0 0X5 | M0 0",
                "M0 0L5 NaN | M0 0",
                "M0 0L1e L5 5 | M0 0",
                "M0 0a1 1 0 2 1 5 5 | M0 0",
                "L5 5 | ''",
                "M | ''",
                "z | ''",
                "'' | ''"
            })
    void dataStaysUpToTheFirstMistake(String data, String valid) {
        assertThat(PathData.valid(data)).isEqualTo(valid);
    }
}
