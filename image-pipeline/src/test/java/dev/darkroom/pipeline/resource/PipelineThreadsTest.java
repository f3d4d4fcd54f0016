package dev.darkroom.pipeline.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** If the system cannot create a thread, tasks are slower but not lost. */
@Timeout(600)
class PipelineThreadsTest {
    /** A thread factory that fails like a system without free threads. */
    private static Thread refused(Runnable task) {
        throw new OutOfMemoryError("unable to create native thread");
    }

    @Test
    void submittedWorkIsDoneWithoutAThread() throws Exception {
        try (PipelineThreads workers = new PipelineThreads(PipelineThreadsTest::refused)) {
            assertThat(workers.submit(Thread::currentThread).get(5, TimeUnit.MINUTES))
                    .isSameAs(Thread.currentThread());
        }
    }

    @Test
    void aCoreThatWasBorrowedForAPieceOfWorkIsGivenBackWithoutAThread() throws Exception {
        CoreBudget cores = new CoreBudget(2);
        try (PipelineThreads workers = new PipelineThreads(PipelineThreadsTest::refused);
                ParallelTasks pieces = new ParallelTasks(cores, workers)) {
            assertThat(pieces.begin(() -> "done").result()).isEqualTo("done");
        }
        assertThat(cores.busy()).isZero();
    }

    @Test
    void whatComesAfterwardsRunsOnce() {
        AtomicInteger after = new AtomicInteger();
        try (PipelineThreads workers = new PipelineThreads(PipelineThreadsTest::refused)) {
            workers.execute(() -> {}, after::incrementAndGet);
        }
        assertThat(after).hasValue(1);
    }
}
