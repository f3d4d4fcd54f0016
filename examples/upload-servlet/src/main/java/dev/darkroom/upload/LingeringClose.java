package dev.darkroom.upload;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Throws away what a client still sends after its answer is on its way: a connection that is closed at once would be reset, and many a
 * client then never reads the answer. Holds no thread while it waits, and not for long. Not thread-safe; the container calls one at a time.
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

    /** Does nothing where the client waits to be told to send, or the container can only read with a thread. */
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
        // it is started once
    }
}
