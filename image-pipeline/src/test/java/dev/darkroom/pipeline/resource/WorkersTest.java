package dev.darkroom.pipeline.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A system that has no thread to give makes work slower, not lost. */
@Timeout(600)
class WorkersTest {
    /** What the executor meets where the system refuses. */
    private static Thread refused(Runnable task) {
        throw new OutOfMemoryError("unable to create native thread");
    }

    @Test
    void submittedWorkIsDoneWithoutAThread() throws Exception {
        try (Workers workers = new Workers(WorkersTest::refused)) {
            assertThat(workers.submit(Thread::currentThread).get(5, TimeUnit.MINUTES))
                    .isSameAs(Thread.currentThread());
        }
    }

    @Test
    void aCoreThatWasBorrowedForAPieceOfWorkIsGivenBackWithoutAThread() throws Exception {
        Cores cores = new Cores(2);
        try (Workers workers = new Workers(WorkersTest::refused);
                SideBySide pieces = new SideBySide(cores, workers)) {
            assertThat(pieces.begin(() -> "done").result()).isEqualTo("done");
        }
        assertThat(cores.busy()).isZero();
    }

    @Test
    void whatComesAfterwardsRunsOnce() {
        AtomicInteger after = new AtomicInteger();
        try (Workers workers = new Workers(WorkersTest::refused)) {
            workers.execute(() -> {}, after::incrementAndGet);
        }
        assertThat(after).hasValue(1);
    }
}
