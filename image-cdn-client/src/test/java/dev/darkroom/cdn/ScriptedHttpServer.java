package dev.darkroom.cdn;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * An HTTP server on a plain socket that can violate the protocol. Its n-th request gets its n-th reaction; later requests get the last one.
 */
final class ScriptedHttpServer implements AutoCloseable {
    /** A reaction to one request. The connection is closed afterwards. */
    interface Reaction {
        void react(Request request, Socket socket, OutputStream out) throws IOException, InterruptedException;

        /** Whether the reaction runs before the body was read. */
        default boolean early() {
            return false;
        }
    }

    record Request(String method, String path, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The last segment of the path. */
        String id() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Reaction> reactions;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedHttpServer(Reaction... reactions) throws IOException {
        this.reactions = new ArrayDeque<>(List.of(reactions));
        Thread acceptor = new Thread(this::accept, "scripted-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    static Reaction status(int status, String... headers) {
        return answer(status, "{\"secret\":\"the service's own words\"}", headers);
    }

    static Reaction answer(int status, String body, String... headers) {
        return (request, socket, out) -> write(out, status, body, headers);
    }

    /** Keeps the connection open and sends nothing until the server or the client closes it. */
    static Reaction hang() {
        return (request, socket, out) -> socket.getInputStream().read();
    }

    /** Like {@link #hang()}. Once the request has arrived, it also advances the time beyond every timeout. */
    static Reaction hang(VirtualTime time) {
        return (request, socket, out) -> {
            time.sleep(Duration.ofHours(1));
            hang().react(request, socket, out);
        };
    }

    /** Resets the connection after the request has arrived. */
    static Reaction reset() {
        return (request, socket, out) -> socket.setSoLinger(true, 0);
    }

    static Reaction resetBeforeTheBody() {
        return new Reaction() {
            @Override
            public void react(Request request, Socket socket, OutputStream out) throws IOException {
                socket.setSoLinger(true, 0);
            }

            @Override
            public boolean early() {
                return true;
            }
        };
    }

    static Reaction garbage() {
        return (request, socket, out) ->
                out.write("\u0000\u0001 no HTTP at all\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }

    static void write(OutputStream out, int status, String body, String... headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " x\r\nConnection: close\r\n");
        head.append("Content-Length: ").append(bytes.length).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
    }

    URI url() {
        return URI.create("http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
    }

    List<Request> requests() {
        return requests;
    }

    List<Request> posts() {
        return requests.stream().filter(r -> r.method().equals("POST")).toList();
    }

    /** Returns once the client or the server has closed every connection. */
    void awaitClientsGone() throws InterruptedException {
        synchronized (open) {
            while (!open.isEmpty()) {
                open.wait();
            }
        }
    }

    void awaitRequests(int count) throws InterruptedException {
        synchronized (open) {
            while (requests.size() < count) {
                open.wait();
            }
        }
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread handler = new Thread(() -> serve(socket), "scripted-connection");
                handler.setDaemon(true);
                handler.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            String[] first = line(in).split(" ");
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            Reaction reaction = next();
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            byte[] body = reaction.early() ? new byte[0] : in.readNBytes(length);
            Request request = new Request(first[0], first[1], headers, body);
            synchronized (open) {
                requests.add(request);
                open.notifyAll();
            }
            OutputStream out = socket.getOutputStream();
            reaction.react(request, socket, out);
            out.flush();
        } catch (IOException | InterruptedException e) {
            // The tests include clients that close the connection early.
        } finally {
            synchronized (open) {
                open.remove(socket);
                open.notifyAll();
            }
        }
    }

    private synchronized Reaction next() {
        return reactions.size() > 1 ? reactions.remove() : reactions.element();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the request ended early");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
