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
 * An HTTP/1.1 server on a free port of 127.0.0.1. It passes requests to a handler and can inject faults.
 *
 * <p>It uses sockets directly, because most faults are below HTTP: resets, truncated responses, connections that hang.
 */
public final class LocalServer implements AutoCloseable {
    /** Handles requests. */
    public interface Handler {
        Reply answer(Request request) throws IOException;
    }

    public final FaultScript script = new FaultScript();
    public final TrafficLog traffic = new TrafficLog();
    private final String name;
    private final LinkSpeed speed;
    private final LinkSpeed.Direction inward;
    private final LinkSpeed.Direction outward;
    private final Handler handler;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public LocalServer(String name, LinkSpeed speed, Handler handler) throws IOException {
        this.name = name;
        this.speed = speed;
        this.inward = speed.direction();
        this.outward = speed.direction();
        this.handler = handler;
        this.listener = new ServerSocket(0, 200, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        daemon(this::accept);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Closes all connections and drops held requests. */
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
            // Clients that give up or are killed are normal here. The traffic log contains the responses.
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
            // it is closed already
        }
    }

    /** Handles one request. Returns whether the connection can receive another one. */
    private boolean exchange(Request request, Socket socket, InputStream in, HttpWriter writer)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        traffic.begun(request);
        Fault fault = null;
        Reply reply = null;
        try {
            speed.waitLatency();
            script.pass(request, true);
            fault = script.faultFor(request).orElse(null);
            if (fault != null && fault.instead()) {
                reply = new FaultInjector(fault, socket, in, writer).befall(null);
                return false;
            }
            Reply done = handler.answer(request);
            script.pass(request, false);
            speed.waitLatency();
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
