package dev.darkroom.world.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Holds one request at a known moment, so that a test can act just then, until {@link #open} or {@link #drop}. */
public final class HeldRequest {
    private final String description;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile @Nullable Request request;
    private volatile boolean dropped;

    HeldRequest(String description) {
        this.description = description;
    }

    /** Waits until the request stands at the gate, and returns it. */
    public Request awaitReached(Duration limit) throws InterruptedException {
        boolean there = reached.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        Request held = request;
        if (!there || held == null) {
            throw new IllegalStateException("within " + limit.toSeconds() + " s there was no request " + description);
        }
        return held;
    }

    /** True once the request has come this far. */
    public boolean reached() {
        return reached.getCount() == 0;
    }

    /** Lets the request (or its answer) go on. */
    public void open() {
        decided.countDown();
    }

    /** Resets the connection: a request held before its work never reaches the server. */
    public void drop() {
        dropped = true;
        decided.countDown();
    }

    void hold(Request held) throws IOException, InterruptedException {
        request = held;
        reached.countDown();
        decided.await();
        if (dropped) {
            throw new RequestDroppedException(description);
        }
    }

    /** Told to the connection's thread: close without an answer. */
    static final class RequestDroppedException extends IOException {
        private static final long serialVersionUID = 1;

        RequestDroppedException(String description) {
            super("dropped at the gate: " + description);
        }
    }
}
