package dev.darkroom.world.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Holds one request at a defined point until {@link #open} or {@link #drop}, so that a test can act at that moment. */
public final class HeldRequest {
    private final String description;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile @Nullable Request request;
    private volatile boolean dropped;

    HeldRequest(String description) {
        this.description = description;
    }

    /** Waits until the request is held, and returns it. */
    public Request awaitReached(Duration limit) throws InterruptedException {
        boolean there = reached.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        Request held = request;
        if (!there || held == null) {
            throw new IllegalStateException("within " + limit.toSeconds() + " s there was no request " + description);
        }
        return held;
    }

    /** Whether the request was held. */
    public boolean reached() {
        return reached.getCount() == 0;
    }

    /** Lets the request, or its response, continue. */
    public void open() {
        decided.countDown();
    }

    /** Resets the connection. A request that is held before its handling never reaches the server. */
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

    /** Tells the thread of the connection to close it without a response. */
    static final class RequestDroppedException extends IOException {
        private static final long serialVersionUID = 1;

        RequestDroppedException(String description) {
            super("dropped while held: " + description);
        }
    }
}
