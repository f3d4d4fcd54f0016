package dev.darkroom.world.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An HTTP/1.1 server on a free port of 127.0.0.1 that does a handler's work and can fail on purpose.
 *
 * <p>On bare sockets, because what matters here is below HTTP: resets, answers that break off, connections that hang.
 */
public final class LocalServer implements AutoCloseable {
    /** The server's real work. */
    public interface Handler {
        Reply answer(Request request) throws IOException;
    }

    public final FaultScript script = new FaultScript();
    public final TrafficLog traffic = new TrafficLog();
    private final String name;
    private final LinkSpeed pace;
    private final LinkSpeed.Direction inward;
    private final LinkSpeed.Direction outward;
    private final Handler handler;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public LocalServer(String name, LinkSpeed pace, Handler handler) throws IOException {
        this.name = name;
        this.pace = pace;
        this.inward = pace.direction();
        this.outward = pace.direction();
        this.handler = handler;
        this.listener = new ServerSocket(0, 200, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        daemon(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Ends all connections; held requests are dropped. */
    @Override
    public void close() throws IOException {
        listener.close();
        script.clear();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void daemon(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
            BufferedOutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 << 10);
            HttpReader reader = new HttpReader(in, inward);
            HttpWriter writer = new HttpWriter(out, outward);
            Request request = reader.request(out, script::breaksOff);
            while (request != null && exchange(request, socket, in, writer)) {
                request = reader.request(out, script::breaksOff);
            }
        } catch (HeldRequest.RequestDroppedException halfway) {
            resetQuietly(socket);
        } catch (IOException peerIsGone) {
            // Callers that give up or are killed are the normal case here; what they were told is in the traffic.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static void resetQuietly(Socket socket) {
        try {
            FaultInjector.reset(socket);
        } catch (IOException e) {
            // it is gone already
        }
    }

    /** Returns whether the connection can take another request. */
    private boolean exchange(Request request, Socket socket, InputStream in, HttpWriter writer)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        traffic.begun(request);
        Fault fault = null;
        Reply reply = null;
        try {
            pace.waitLatency();
            script.pass(request, true);
            fault = script.faultFor(request).orElse(null);
            if (fault != null && fault.instead()) {
                reply = new FaultInjector(fault, socket, in, writer).befall(null);
                return false;
            }
            Reply done = handler.answer(request);
            script.pass(request, false);
            pace.waitLatency();
            if (fault != null) {
                reply = new FaultInjector(fault, socket, in, writer).befall(done);
                return false;
            }
            reply = done;
            writer.reply(done);
            return !"close"
                    .equalsIgnoreCase(request.headers().first("Connection").orElse(""));
        } catch (HeldRequest.RequestDroppedException dropped) {
            FaultInjector.reset(socket);
            return false;
        } finally {
            traffic.ended(new RecordedExchange(request, reply, fault, Duration.ofNanos(System.nanoTime() - start)));
        }
    }
}
