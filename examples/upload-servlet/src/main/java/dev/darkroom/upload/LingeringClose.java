package dev.darkroom.upload;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Reads and discards the rest of a request after its response was sent. If the server closed the connection at once, the connection would
 * be reset, and many clients would never read the response. It blocks no thread and ends after {@link #MILLIS} milliseconds or
 * {@link #MAX_BYTES} bytes. Not thread-safe; the container calls one method at a time.
 */
final class LingeringClose implements ReadListener, AsyncListener {
    private static final long MILLIS = 2_000;
    private static final long MAX_BYTES = 32L << 20;

    private final AsyncContext async;
    private final ServletInputStream in;
    private final byte[] waste = new byte[8 * 1024];
    private long left = MAX_BYTES;
    private boolean over;

    private LingeringClose(AsyncContext async, ServletInputStream in) {
        this.async = async;
        this.in = in;
    }

    /** Starts discarding. Does nothing if the client waits for 100 Continue, or if the request does not support asynchronous processing. */
    static void over(HttpServletRequest request) throws IOException {
        if (ResponseWriter.isHeldBack(request) || !request.isAsyncSupported()) {
            return;
        }
        AsyncContext async = request.startAsync();
        async.setTimeout(MILLIS);
        LingeringClose linger = new LingeringClose(async, request.getInputStream());
        async.addListener(linger);
        linger.in.setReadListener(linger);
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (left > 0 && in.isReady() && !in.isFinished()) {
            int read = in.read(waste);
            if (read < 0) {
                break;
            }
            left -= read;
        }
        if (left <= 0) {
            end();
        }
    }

    @Override
    public void onAllDataRead() {
        end();
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    private void end() {
        if (!over) {
            over = true;
            async.complete();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over = true;
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // never called: asynchronous processing starts only once
    }
}
