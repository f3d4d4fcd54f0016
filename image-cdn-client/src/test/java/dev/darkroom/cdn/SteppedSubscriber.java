package dev.darkroom.cdn;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A subscriber that takes the buffers of a body one by one, when the test tells it to. */
final class SteppedSubscriber implements Flow.Subscriber<ByteBuffer> {
    private Flow.Subscription subscription;
    private long taken;

    /** Bytes that the current thread has allocated so far. */
    static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    void ask() {
        subscription.request(1);
    }

    long taken() {
        return taken;
    }

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
        subscription = upstream;
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        taken += buffer.remaining();
    }

    @Override
    public void onError(Throwable failure) {
        throw new AssertionError(failure);
    }

    @Override
    public void onComplete() {
        // The tests do not read to the end.
    }
}
