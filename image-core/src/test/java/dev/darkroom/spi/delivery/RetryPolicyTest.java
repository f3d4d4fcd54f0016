package dev.darkroom.spi.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetryPolicyTest {
    @Property
    void pausesLieBetweenNothingAndTheCeiling(@ForAll @IntRange(min = 1) int failures, @ForAll long seed) {
        RetryPolicy retry = RetryPolicy.standard().with(TimeSource.system(), new Random(seed));
        assertThat(retry.pause(failures)).isBetween(Duration.ZERO, retry.ceiling(failures));
        assertThat(retry.ceiling(failures)).isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    @Example
    void ceilingsDoubleUpToFiveSeconds() {
        assertThat(java.util.stream.IntStream.rangeClosed(1, 7)
                        .mapToLong(n -> RetryPolicy.standard().ceiling(n).toMillis()))
                .containsExactly(200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
    }

    @Example
    void jitterIsFullAndEven() {
        RetryPolicy retry = RetryPolicy.standard().with(TimeSource.system(), new Random(1));
        double mean = java.util.stream.IntStream.range(0, 2000)
                .mapToLong(i -> retry.pause(3).toNanos())
                .average()
                .orElseThrow();
        assertThat(mean / retry.ceiling(3).toNanos()).isBetween(0.47, 0.53);
    }

    @Property
    void onlyStatusesThatMayPassAreTriedAgain(@ForAll @IntRange(min = 100, max = 999) int status) {
        boolean expected = status == 408 || status == 425 || status == 429 || status / 100 == 5;
        assertThat(RetryPolicy.isTransient(status)).isEqualTo(expected);
    }
}
