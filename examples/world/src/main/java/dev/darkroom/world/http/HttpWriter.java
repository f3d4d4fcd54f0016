package dev.darkroom.world.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes HTTP/1.1 messages. Each connection has its own writer. */
final class HttpWriter {
    private static final int PIECE = 16 << 10;

    private final OutputStream out;
    private final LinkSpeed.Direction speed;

    HttpWriter(OutputStream out, LinkSpeed.Direction speed) {
        this.out = out;
        this.speed = speed;
    }

    /** Writes a request with new framing fields. {@code Host} and all signed fields stay unchanged. */
    void request(Request request) throws IOException {
        HeaderFields headers = request.headers()
                .without("Expect")
                .without("Transfer-Encoding")
                .without("Connection")
                .without("Content-Length")
                .with("Connection", "close");
        boolean bodyless = request.body().length == 0
                && request.headers().first("Content-Length").isEmpty();
        head(
                request.method() + " " + request.target() + " HTTP/1.1",
                bodyless ? headers : headers.with("Content-Length", Integer.toString(request.body().length)));
        bytes(request.body(), 0, request.body().length);
    }

    void reply(Reply reply) throws IOException {
        replyHead(reply);
        bytes(reply.body(), 0, reply.body().length);
    }

    /** Writes the whole head of a response and half of its body. */
    void half(Reply reply) throws IOException {
        replyHead(reply);
        bytes(reply.body(), 0, reply.body().length / 2);
    }

    /** Writes a {@code 200} response whose body continues until the peer closes the connection. */
    void endless() throws IOException {
        head(
                "HTTP/1.1 200 OK",
                HeaderFields.NONE.with("Content-Type", "application/json").with("Connection", "close"));
        byte[] blanks = " ".repeat(PIECE).getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            bytes(blanks, 0, blanks.length);
        }
    }

    private void replyHead(Reply reply) throws IOException {
        boolean lengthGiven = reply.headers().first("Content-Length").isPresent() || reply.status() == 204;
        head(
                "HTTP/1.1 " + reply.status() + " -",
                lengthGiven
                        ? reply.headers()
                        : reply.headers().with("Content-Length", Integer.toString(reply.body().length)));
    }

    private void head(String start, HeaderFields headers) throws IOException {
        StringBuilder head = new StringBuilder(start).append("\r\n");
        headers.fields()
                .forEach(field -> head.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void bytes(byte[] bytes, int from, int to) throws IOException {
        for (int at = from; at < to; at += PIECE) {
            int n = Math.min(PIECE, to - at);
            speed.send(n);
            out.write(bytes, at, n);
        }
        out.flush();
    }
}
