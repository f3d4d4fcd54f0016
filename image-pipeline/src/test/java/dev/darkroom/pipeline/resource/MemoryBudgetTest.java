package dev.darkroom.pipeline.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private static Deadline far() {
        return Deadline.after(LONG);
    }

    @Test
    void aJobOverTheWholeBudgetIsRejectedAtOnce() {
        MemoryBudget budget = new MemoryBudget(100);
        assertThatThrownBy(() -> budget.take(101, LONG, far()))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.OverLimit.class))
                .hasMessage("memory limit in bytes: 101 > 100");
    }

    @Test
    void aJobThatWaitsTooLongIsTurnedAwayAndMayComeAgain() throws ImageException {
        MemoryBudget budget = new MemoryBudget(100);
        try (MemoryBudget.Grant held = budget.take(60, LONG, far())) {
            assertThat(held.bytes()).isEqualTo(60);
            assertThatThrownBy(() -> budget.take(50, Duration.ZERO, far()))
                    .isInstanceOfSatisfying(ImageException.class, e -> {
                        assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class);
                        assertThat(e.failure().retryable()).isTrue();
                    });
        }
        budget.take(100, Duration.ZERO, far()).close();
    }

    @Test
    void aCancelledJobStopsWaiting() throws ImageException {
        MemoryBudget budget = new MemoryBudget(10);
        Deadline cancelled = far();
        cancelled.cancel();
        try (MemoryBudget.Grant held = budget.take(10, LONG, far())) {
            assertThat(held.bytes()).isEqualTo(10);
            assertThatThrownBy(() -> budget.take(1, LONG, cancelled))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Stopped.class));
        }
    }

    @Test
    void grantsNeverExceedTheBudgetAndEveryJobGetsItsTurn() {
        MemoryBudget budget = new MemoryBudget(1000);
        AtomicLong held = new AtomicLong();
        AtomicLong most = new AtomicLong();
        List<CompletableFuture<Void>> jobs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long bytes = 1 + new Random(i).nextInt(1000);
            jobs.add(CompletableFuture.runAsync(() -> {
                try (MemoryBudget.Grant grant = budget.take(bytes, LONG, far())) {
                    most.accumulateAndGet(held.addAndGet(grant.bytes()), Math::max);
                    held.addAndGet(-grant.bytes());
                } catch (ImageException e) {
                    throw new AssertionError(e);
                }
            }));
        }
        jobs.forEach(CompletableFuture::join);
        assertThat(most.get()).isBetween(1L, 1000L);
    }
}
