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
 * Single attempts over HTTP/1.1: no redirects, no cookies, no proxy, no retries. The needed part of the answer must arrive within the given
 * time. Thread-safe.
 */
final class HttpAttempts implements AutoCloseable {
    /** Poll interval for cancellation, in nanoseconds. */
    private static final long POLL_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

    private static final long CLOSING_MILLIS = 100;
    private static final String CLOSED = "its client was closed";

    private final Duration connect;
    private final TimeSource time;
    private final boolean secure;
    /**
     * The client. It is created in advance, because this may load the trusted certificates, which takes too long for a process that was
     * told to stop.
     */
    private volatile CompletableFuture<HttpClient> ahead;

    private volatile boolean closed;

    /**
     * @param secure whether any later URL is an https URL; if not, the client trusts no server and loads no certificates
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
     * Sends a request and waits for the whole answer.
     *
     * @param allowed time limit by the {@link TimeSource}, from this call on; the creation of the client counts too
     * @param maxReply bytes of the body to read; the method does not wait for the rest
     * @throws ImageException {@link dev.darkroom.core.Failure.Stopped} when the job is cancelled or runs out of time; then the attempt is
     *     abandoned, and may or may not have reached the service
     */
    AttemptResult send(HttpRequest request, int maxReply, Duration allowed, Deadline deadline) throws ImageException {
        return exchanged(request, head -> BoundedBody.of(maxReply), allowed, deadline);
    }

    /**
     * Sends a request and waits for the head of the answer, whatever happens to its body.
     *
     * @param maxReply bytes of the body to read before the connection is closed
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

    /** Waits for the answer. An answer that is there at the end of the time counts, even if this thread checks late. */
    private <T> T await(CompletableFuture<T> answer, long end, Deadline deadline)
            throws ImageException, TimeoutException, ExecutionException, InterruptedException {
        while (true) {
            long rest = Math.max(0, end - time.nanos());
            try {
                return answer.get(Math.min(rest, POLL_INTERVAL_NANOS), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                deadline.check();
                if (rest <= POLL_INTERVAL_NANOS) {
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

    /** Starts a request. A closed client, or one without descriptors or threads, may throw instead of returning a failed future. */
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
                : new AttemptResult.NoReply(true, "the connection ended before the answer was complete", cause);
    }

    private static AttemptResult closed(boolean sent, Throwable cause) {
        return new AttemptResult.NoReply(sent, false, CLOSED, cause);
    }

    /**
     * Closes the client, if its Java can do so (21 and later): a client thread that waits in native code delays the exit of the JVM by 0.3
     * s. Waits only briefly, because a cancelled attempt may still be running.
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
        } catch (CompletionException e) { // memory or descriptors may be available again
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
