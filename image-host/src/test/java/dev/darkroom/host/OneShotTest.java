package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Behaviour that needs no signal. The reference worker tests signals with real processes. */
class OneShotTest {
    /** Time after a signal in these tests: more than any step takes. */
    private static final Duration LEFT = Duration.ofMinutes(10);

    private final List<String> said = new CopyOnWriteArrayList<>();
    private boolean deaf;

    private String run(Supplier<String> work) {
        return OneShot.run(
                new OneShot.Task<String>() {
                    @Override
                    public String work(CompletionStage<?> stop) {
                        return work.get();
                    }

                    @Override
                    public String failed(String error, Duration limit) {
                        return "failed: " + error;
                    }

                    @Override
                    public void report(String end, Timeouts timeouts, Deadline deadline) throws ImageException {
                        said.add("tell " + end);
                        if (deaf) {
                            throw ImageException.unavailable("callback", "500", null);
                        }
                    }

                    @Override
                    public void reported(String end) {
                        said.add("told " + end);
                    }

                    @Override
                    public void close() {
                        said.add("close");
                    }
                },
                Timeouts.standard());
    }

    @Test
    void anEndIsToldOnce() {
        assertThat(run(() -> "done")).isEqualTo("done");
        assertThat(said).containsExactly("tell done", "told done", "close");
    }

    @Test
    void anEndThatCannotBeToldIsStillTheEnd() {
        deaf = true;
        assertThat(run(() -> "done")).isEqualTo("done");
        assertThat(said).containsExactly("tell done", "close");
    }

    @Test
    void whateverTheWorkThrowsIsTold() {
        assertThat(run(() -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isEqualTo("failed: out of memory");
        assertThat(run(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .isEqualTo("failed: internal error");
        assertThat(said).filteredOn(line -> line.startsWith("told")).hasSize(2);
    }

    /** The work ignores the signal and makes progress during the grace period. */
    @Test
    void whatIsStoppedIsAskedHowFarItCameAfterItsGraceAndNotBefore() throws Exception {
        AtomicReference<String> progress = new AtomicReference<>("nothing");
        CountDownLatch working = new CountDownLatch(1);
        CompletableFuture<Runnable> grace = new CompletableFuture<>();
        OneShot<String> shot = new OneShot<>(new UnresponsiveTask(working, progress, said), LEFT, grace::complete);
        CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> shot.runToEnd(Timeouts.standard()));
        working.await();
        CompletableFuture<Void> hook = CompletableFuture.runAsync(shot::stop);
        Runnable over = grace.join();
        progress.set("something");
        over.run();
        assertThat(end.join()).isEqualTo("stopped by a signal after something");
        hook.join();
        assertThat(said)
                .containsExactly(
                        "tell stopped by a signal after something", "told stopped by a signal after something");
    }

    @Test
    void aSignalCutsTellingShortForOneMoreAttempt() throws Exception {
        CountDownLatch telling = new CountDownLatch(1);
        OneShot<String> shot = new OneShot<>(new SlowReportTask(telling, said), LEFT, Runnable::run);
        CompletableFuture<String> end = CompletableFuture.supplyAsync(() -> shot.runToEnd(Timeouts.standard()));
        telling.await();
        shot.stop();
        assertThat(end.join()).isEqualTo("done");
        assertThat(said).containsExactly("tell in peace", "tell in a hurry", "told done");
    }

    /** The process ends when the shutdown hook returns. */
    @Test
    void aTaskThatNeverEndsKeepsAStoppedProcessNoLongerThanItsPlatformDoes() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        OneShot<String> shot = new OneShot<>(
                new UnresponsiveTask(working, new AtomicReference<>(""), said), Duration.ofMillis(50), never -> {});
        Thread task = new Thread(() -> shot.runToEnd(Timeouts.standard()));
        task.setDaemon(true);
        task.start();
        working.await();
        shot.stop();
        assertThat(task.isAlive()).isTrue();
        assertThat(said).isEmpty();
    }

    private abstract static class NoOpTask implements OneShot.Task<String> {
        @Override
        public void close() {
            // holds nothing that delays the exit
        }

        @Override
        public String failed(String error, Duration limit) {
            return "failed: " + error;
        }
    }

    private static final class UnresponsiveTask extends NoOpTask {
        private final CountDownLatch working;
        private final AtomicReference<String> progress;
        private final List<String> said;

        UnresponsiveTask(CountDownLatch working, AtomicReference<String> progress, List<String> said) {
            this.working = working;
            this.progress = progress;
            this.said = said;
        }

        @Override
        public String work(CompletionStage<?> stop) {
            working.countDown();
            return new CompletableFuture<String>().join();
        }

        @Override
        public String failed(String error, Duration limit) {
            return error + " after " + progress.get();
        }

        @Override
        public void report(String end, Timeouts timeouts, Deadline deadline) {
            said.add("tell " + end);
        }

        @Override
        public void reported(String end) {
            said.add("told " + end);
        }
    }

    /** A report that gets no answer, until it is cancelled. */
    private static final class SlowReportTask extends NoOpTask {
        private final CountDownLatch telling;
        private final List<String> said;

        SlowReportTask(CountDownLatch telling, List<String> said) {
            this.telling = telling;
            this.said = said;
        }

        @Override
        public String work(CompletionStage<?> stop) {
            return "done";
        }

        @Override
        public void report(String end, Timeouts timeouts, Deadline deadline) throws ImageException {
            boolean hurry = timeouts.attempt().equals(LEFT.dividedBy(2));
            said.add(hurry ? "tell in a hurry" : "tell in peace");
            telling.countDown();
            while (!hurry) {
                deadline.check();
                LockSupport.parkNanos(1_000_000);
            }
        }

        @Override
        public void reported(String end) {
            said.add("told " + end);
        }
    }
}
