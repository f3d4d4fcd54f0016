package dev.darkroom.storage.s3;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/** A server that records the bytes of requests and answers each with the next reply of its script. It uses one connection per request. */
final class ScriptedS3Server implements AutoCloseable {
    private final ServerSocket socket;
    private final BlockingQueue<Reply> script = new LinkedBlockingQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong endless = new AtomicLong();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * One request.
     *
     * @param line such as {@code PUT /bucket/key HTTP/1.1}
     * @param headers names in lower case
     */
    record Request(String line, Map<String, String> headers, byte[] body) {}

    /** A reply: runs after a request was read. */
    interface Reply {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    ScriptedS3Server() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    ScriptedS3Server(ServerSocketFactory sockets) throws IOException {
        socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "scripted server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    ScriptedS3Server then(Reply reply) {
        script.add(reply);
        return this;
    }

    /** Adds a reply with a status, header lines and a complete body. */
    ScriptedS3Server then(int status, String headers, String body) {
        return then(out -> out.write(answer(status, headers, body.length(), body)));
    }

    /** Adds a reply that announces more bytes than it sends, and then closes the connection. */
    ScriptedS3Server thenBroken(String headers, int announced, String body) {
        return then(out -> out.write(answer(200, headers, announced, body)));
    }

    /** Adds a reply that closes the connection without an answer, after the whole request was read. */
    ScriptedS3Server thenNothing() {
        return then(out -> {});
    }

    /** Adds a reply that keeps the connection open and sends nothing until the server is closed. */
    ScriptedS3Server thenHang() {
        return then(out -> closed.await());
    }

    /** Adds a reply that sends the start of a body, and then nothing until the server is closed. */
    ScriptedS3Server thenStall(String headers, int announced, String body) {
        return then(out -> {
            out.write(answer(200, headers, announced, body));
            out.flush();
            closed.await();
        });
    }

    /** Adds a reply that sends blanks after its head until the client stops reading, at most two gigabytes. The bytes are counted. */
    ScriptedS3Server thenEndless(int status) {
        return then(out -> {
            out.write(("HTTP/1.1 " + status + " Said\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            while (endless.addAndGet(blanks.length) < 2L << 30) {
                out.write(blanks);
            }
        });
    }

    /** Number of bytes that {@link #thenEndless} has sent. */
    long endless() {
        return endless.get();
    }

    private static byte[] answer(int status, String headers, int announced, String body) {
        String head = "HTTP/1.1 " + status + " Said\r\nContent-Length: " + announced + "\r\nConnection: close\r\n"
                + (headers.isEmpty() ? "" : headers + "\r\n") + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }

    List<Request> requests() {
        return requests;
    }

    URI endpoint() {
        return URI.create(
                (socket instanceof SSLServerSocket ? "https" : "http") + "://127.0.0.1:" + socket.getLocalPort());
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "scripted answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            requests.add(read(new BufferedInputStream(connection.getInputStream())));
            Reply reply = script.poll();
            if (reply == null) {
                reply = out -> out.write(answer(599, "", 0, ""));
            }
            reply.write(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException | InterruptedException e) {
            // The client closed the connection, as some scripts make it do.
        }
    }

    private static Request read(InputStream in) throws IOException {
        String line = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return new Request(line, headers, in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the request ended early");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
