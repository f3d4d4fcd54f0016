package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.FileDescriptors;
import dev.darkroom.spi.delivery.RetryAfter;
import dev.darkroom.spi.delivery.TimeSource;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManager;

/**
 * Single attempts over HTTP/1.1: no redirects, no cookies, no proxy, no retries, and all that is wanted of the answer within the time
 * allowed. Thread-safe.
 */
final class HttpAttempts implements AutoCloseable {
    /** How soon a cancelled job is noticed in the middle of an attempt. */
    private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private static final long CLOSING_MILLIS = 100;
    private static final String CLOSED = "its client was closed";

    private final Duration connect;
    private final TimeSource time;
    private final boolean secure;
    /** Made ahead, for it may load the trusted certificates: whoever is told to stop has no time for that. */
    private volatile CompletableFuture<HttpClient> ahead;

    private volatile boolean closed;

    /**
     * @param secure whether any address to come is an https one; if not, nobody is trusted, and no certificate is loaded
     */
    HttpAttempts(Duration connect, TimeSource time, boolean secure) {
        this.connect = connect;
        this.time = time;
        this.secure = secure;
        this.ahead = CompletableFuture.supplyAsync(this::newClient);
    }

    HttpAttempts(HttpClient client, TimeSource time) {
        this.connect = Duration.ZERO;
        this.time = time;
        this.secure = true;
        this.ahead = CompletableFuture.completedFuture(client);
    }

    /**
     * Sends and waits for the whole answer.
     *
     * @param allowed by the {@link TimeSource} given, from this call on: where the client is still being made, that counts too
     * @param maxReply bytes of the reply's body to read; the rest is not waited for
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job is cancelled or runs out of time; the attempt is
     *     then given up, and may or may not have reached the service
     */
    AttemptResult send(HttpRequest request, int maxReply, Duration allowed, Deadline deadline) throws ImageException {
        return exchanged(request, head -> BoundedBody.of(maxReply), allowed, deadline);
    }

    /**
     * Sends and waits for the answer's head, whatever becomes of its body.
     *
     * @param maxReply bytes of the body to take off the connection before it is given up
     * @throws ImageException as {@link #send}
     */
    AttemptResult sendForStatus(HttpRequest request, int maxReply, Duration allowed, Deadline deadline)
            throws ImageException {
        return exchanged(request, head -> BoundedBody.unread(maxReply), allowed, deadline);
    }

    private AttemptResult exchanged(
            HttpRequest request, BodyHandler<BoundedBody.Body> handler, Duration allowed, Deadline deadline)
            throws ImageException {
        if (closed) {
            return closed(false, new IllegalStateException(CLOSED));
        }
        long end = time.nanos() + allowed.toNanos();
        CompletableFuture<HttpResponse<BoundedBody.Body>> answer = started(request, handler);
        try {
            return reply(await(answer, end, deadline));
        } catch (TimeoutException e) {
            return new AttemptResult.NoReply(true, "no answer within " + allowed.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            return noReply(e.getCause() == null ? e : e.getCause());
        } catch (CancellationException e) {
            return noReply(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ImageException.stopped("the job was interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    /** An answer that is there by the end is taken, however late this thread comes to look. */
    private <T> T await(CompletableFuture<T> answer, long end, Deadline deadline)
            throws ImageException, TimeoutException, ExecutionException, InterruptedException {
        while (true) {
            long rest = Math.max(0, end - time.nanos());
            try {
                return answer.get(Math.min(rest, GLANCE_NANOS), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                deadline.check();
                if (rest <= GLANCE_NANOS) {
                    throw e;
                }
            }
        }
    }

    private AttemptResult reply(HttpResponse<BoundedBody.Body> response) {
        Duration retryAfter = response.headers()
                .firstValue("Retry-After")
                .map(value -> RetryAfter.parse(value, time.now()))
                .orElse(Duration.ZERO);
        BoundedBody.Body body = response.body();
        return new AttemptResult.Reply(response.statusCode(), retryAfter, Bytes.wrap(body.bytes()), body.cutOff());
    }

    /** A client without descriptors or threads, or one that is closed, may throw instead of failing what it returns. */
    private CompletableFuture<HttpResponse<BoundedBody.Body>> started(
            HttpRequest request, BodyHandler<BoundedBody.Body> handler) {
        try {
            return client().sendAsync(request, handler);
        } catch (RejectedExecutionException | IllegalStateException | UncheckedIOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private AttemptResult noReply(Throwable cause) {
        if (closed) {
            return closed(true, cause);
        }
        if (FileDescriptors.areExhausted(cause)) {
            return new AttemptResult.NoReply(true, FileDescriptors.NONE_LEFT, cause);
        }
        boolean unsent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException;
        return unsent
                ? new AttemptResult.NoReply(false, "could not be reached", cause)
                : new AttemptResult.NoReply(true, "the connection broke off before the answer was whole", cause);
    }

    private static AttemptResult closed(boolean sent, Throwable cause) {
        return new AttemptResult.NoReply(sent, false, CLOSED, cause);
    }

    /**
     * Ends the client's threads where its Java can (21 and later): one that waits in native code keeps an ending JVM for 0.3 s. Gives up
     * after a moment, since an attempt that was cancelled may still be under way.
     */
    @Override
    public void close() {
        closed = true;
        Thread closing = new Thread(this::closeClient, "darkroom-http-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeClient() {
        CompletableFuture<HttpClient> made = ahead;
        if (made.isDone() && !made.isCompletedExceptionally() && (Object) made.join() instanceof AutoCloseable client) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException("an HTTP client did not close", e);
            }
        }
    }

    private HttpClient client() {
        try {
            return ahead.join();
        } catch (CompletionException e) { // out of memory or descriptors then is not so now
            return anotherClient();
        }
    }

    private synchronized HttpClient anotherClient() {
        if (ahead.isCompletedExceptionally()) {
            ahead = CompletableFuture.completedFuture(newClient());
        }
        return ahead.join();
    }

    private HttpClient newClient() {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(connect);
        return (secure ? client : client.sslContext(trustingNobody())).build();
    }

    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}
