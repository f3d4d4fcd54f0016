package dev.darkroom.bench.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {
    @Test
    void whatGrowsOnlyAtFirstIsNoLeak() {
        Trend trend = new Trend();
        for (int job = 1; job <= 100; job++) {
            trend.add(job * 10L, Math.min(50, job) * 1000L);
        }

        assertThat(trend.slope()).isCloseTo(0, within(1e-9));
        assertThat(trend.growth()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aLeakIsMeasuredPerJob() {
        Trend trend = new Trend();
        for (int job = 1; job <= 100; job++) {
            trend.add(job * 10L, 100_000 + job * 20L);
        }

        assertThat(trend.slope()).isCloseTo(2, within(1e-9));
        assertThat(trend.growth()).isCloseTo(0.0097, within(1e-3));
    }
}
