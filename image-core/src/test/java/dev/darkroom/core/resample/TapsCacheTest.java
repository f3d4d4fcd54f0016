package dev.darkroom.core.resample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TapsCacheTest {
    private final TapsCache recent = new TapsCache();

    private static ResizeAxis axis(int source, int target) {
        return new ResizeAxis(source, target, 0, source, (double) source / target, false);
    }

    @Test
    void whatWasComputedIsGivenAgainAndIsRight() {
        Taps first = recent.of(axis(4000, 400));
        assertThat(recent.of(axis(4000, 400))).isSameAs(first);
        Taps anew = Taps.computed(axis(4000, 400));
        assertThat(first.weights()).isEqualTo(anew.weights());
        assertThat(first.first()).isEqualTo(anew.first());
    }

    @Test
    void axesThatDifferInAnythingShareNothing() {
        Taps taps = recent.of(axis(4000, 400));
        assertThat(recent.of(axis(4000, 401))).isNotSameAs(taps);
        assertThat(recent.of(new ResizeAxis(4000, 400, 0, 4000, 10, true))).isNotSameAs(taps);
        assertThat(recent.of(new ResizeAxis(4000, 400, 0.25, 4000, 10, false))).isNotSameAs(taps);
    }

    @Test
    void theOldestMakeRoomForNewOnes() {
        Taps first = recent.of(axis(20_000, 2000));
        for (int target = 2001; target < 2010; target++) {
            recent.of(axis(20_000, target)); // some 120,000 weights each
        }
        assertThat(recent.of(axis(20_000, 2000))).isNotSameAs(first);
    }
}
