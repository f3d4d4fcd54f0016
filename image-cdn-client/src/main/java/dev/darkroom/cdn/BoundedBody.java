package dev.darkroom.cdn;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads the body of a reply up to a limit. The connection of a longer body is closed at once. */
final class BoundedBody implements BodySubscriber<BoundedBody.Body> {
    /**
     * @param cutOff whether the body had more than these bytes
     */
    record Body(byte[] bytes, boolean cutOff) {}

    private static final Body NOTHING = new Body(new byte[0], false);

    private final int limit;
    private final boolean awaited;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<Body> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int limit, boolean awaited) {
        this.limit = limit;
        this.awaited = awaited;
    }

    static BoundedBody of(int limit) {
        return new BoundedBody(limit, true);
    }

    /**
     * A subscriber that ignores the body: {@link #getBody} is complete and empty at once. The bytes are still read up to the limit, so that
     * the connection can end in order.
     */
    static BoundedBody unread(int limit) {
        return new BoundedBody(limit, false);
    }

    @Override
    public CompletionStage<Body> getBody() {
        return awaited ? body : CompletableFuture.completedFuture(NOTHING);
    }

    @Override
    public void onSubscribe(Flow.Subscription upstream) {
        subscription = upstream;
        upstream.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        Flow.Subscription upstream = subscription;
        if (upstream == null || body.isDone()) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            int room = limit - taken.size();
            byte[] bytes = new byte[Math.min(room, buffer.remaining())];
            buffer.get(bytes);
            taken.writeBytes(bytes);
            if (buffer.hasRemaining()) {
                upstream.cancel();
                body.complete(new Body(taken.toByteArray(), true));
                return;
            }
        }
        upstream.request(1);
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(new Body(taken.toByteArray(), false));
    }
}
