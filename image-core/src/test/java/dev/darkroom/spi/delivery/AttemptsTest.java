package dev.darkroom.spi.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final ImageException PASSING = ImageException.unavailable("store", "503", null);

    private final VirtualTime time = new VirtualTime();
    private final RetryPolicy retry = RetryPolicy.standard().with(time, new Random(5));

    @Property(tries = 200)
    void aServiceThatNeverRecoversIsGivenUpWithinTheStep(@ForAll long seed) throws Exception {
        VirtualTime clock = new VirtualTime();
        Attempts attempts = RetryPolicy.standard()
                .with(clock, new Random(seed))
                .attempts(Timeouts.standard(), Deadline.after(LONG));
        ImageException last = null;
        while (last == null) {
            assertThat(attempts.next()).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
            clock.sleep(Duration.ofMillis(20));
            try {
                attempts.failed(PASSING);
            } catch (ImageException e) {
                last = e;
            }
        }
        assertThat(last).isSameAs(PASSING);
        assertThat(clock.passed()).isLessThanOrEqualTo(Duration.ofSeconds(40));
        assertThat(attempts.count()).isGreaterThan(8);
    }

    @Test
    void refusalsAreNotTriedAgain() throws Exception {
        Attempts attempts = retry.attempts(Timeouts.standard(), Deadline.after(LONG));
        attempts.next();
        ImageException refused = ImageException.refused("store", "403");
        assertThatThrownBy(() -> attempts.failed(refused)).isSameAs(refused);
        assertThat(time.passed()).isZero();
    }

    @Test
    void whatTheServiceAsksForIsWaitedFor() throws Exception {
        Attempts attempts = retry.attempts(Timeouts.standard(), Deadline.after(LONG));
        attempts.next();
        attempts.failed(PASSING, Duration.ofSeconds(7));
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(7));
        assertThat(attempts.next()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aWaitThatDoesNotFitIsNotBegun() throws Exception {
        Attempts attempts = retry.attempts(Timeouts.standard(), Deadline.after(LONG));
        attempts.next();
        assertThatThrownBy(() -> attempts.failed(PASSING, Duration.ofSeconds(40)))
                .isSameAs(PASSING);
        assertThat(time.passed()).isZero();
    }

    @Test
    void theLastAttemptGetsWhatIsLeftOfTheStep() throws Exception {
        Attempts attempts = retry.attempts(Timeouts.standard(), Deadline.after(LONG));
        attempts.next();
        time.sleep(Duration.ofSeconds(30));
        attempts.failed(PASSING, Duration.ofSeconds(4));
        assertThat(attempts.next()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void theJobsDeadlineShortensTheStep() throws Exception {
        Timeouts timeouts = Timeouts.standard().attempt(LONG).total(LONG);
        Attempts attempts = retry.attempts(timeouts, Deadline.after(Duration.ofMinutes(10)));
        assertThat(attempts.next()).isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThatThrownBy(() -> attempts.failed(PASSING, Duration.ofMinutes(11)))
                .isSameAs(PASSING);
    }

    @Test
    void cancellingEndsAPause() throws Exception {
        Deadline deadline = Deadline.after(LONG);
        Attempts attempts = retry.attempts(Timeouts.standard(), deadline);
        attempts.next();
        time.onSleep(deadline::cancel);
        assertThatThrownBy(() -> attempts.failed(PASSING, Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Stopped.class));
        assertThat(time.passed()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void aCancelledJobBeginsNoAttempt() {
        Deadline deadline = Deadline.after(LONG);
        deadline.cancel();
        Attempts attempts = retry.attempts(Timeouts.standard(), deadline);
        assertThatThrownBy(attempts::next).hasMessage("the job was cancelled");
    }

    @Test
    void interruptionEndsAPauseAndStaysVisible() throws Exception {
        Attempts attempts = RetryPolicy.standard().attempts(Timeouts.standard(), Deadline.after(LONG));
        attempts.next();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> attempts.failed(PASSING, Duration.ofSeconds(20)))
                .hasMessage("the job was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void timeoutsArePositive() {
        assertThatThrownBy(() -> Timeouts.standard().attempt(Duration.ZERO))
                .hasMessageContaining("attempt must be positive");
    }
}
