package dev.darkroom.world.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads complete HTTP/1.1 messages (RFC 9112) within fixed limits. Each connection has its own reader. */
final class HttpReader {
    private static final int MAX_LINE = 32 << 10;
    private static final int MAX_FIELDS = 200;
    private static final int MAX_BODY = 512 << 20;

    private final InputStream in;
    private final LinkSpeed.Direction speed;

    HttpReader(InputStream in, LinkSpeed.Direction speed) {
        this.in = in;
        this.speed = speed;
    }

    /**
     * Reads the next request. Returns null if the peer has closed the connection. Responds to {@code Expect: 100-continue} itself.
     *
     * @param breaksOff tests whether the connection ends in the body of a request with this head: then
     *     {@link HeldRequest.RequestDroppedException} is thrown after half of the body
     */
    @Nullable
    Request request(OutputStream out, Predicate<Request> breaksOff) throws IOException {
        String line = line();
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new ProtocolException("not an HTTP request: " + line);
        }
        HeaderFields headers = headers();
        if (headers.first("Expect").isPresent()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        if (breaksOff.test(new Request(parts[0], parts[1], headers, new byte[0]))) {
            in.skipNBytes(Long.parseLong(headers.first("Content-Length").orElse("0")) / 2);
            throw new HeldRequest.RequestDroppedException("half-way");
        }
        return new Request(parts[0], parts[1], headers, body(headers, false));
    }

    /** Reads the response to a request with the given method. Interim responses are skipped. */
    Reply reply(String method) throws IOException {
        while (true) {
            String line = line();
            if (line == null) {
                throw new EOFException("connection closed before a response");
            }
            int status = Integer.parseInt(line.split(" ", 3)[1]);
            HeaderFields headers = headers();
            if (status >= 200) {
                boolean bodyless = method.equals("HEAD") || status == 204 || status == 304;
                byte[] body = bodyless ? new byte[0] : body(headers, true);
                HeaderFields kept = headers.without("Transfer-Encoding").without("Connection");
                return new Reply(status, method.equals("HEAD") ? kept : kept.without("Content-Length"), body);
            }
        }
    }

    private HeaderFields headers() throws IOException {
        List<HeaderFields.Field> fields = new ArrayList<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || fields.size() == MAX_FIELDS) {
                throw new ProtocolException("bad header field: " + line);
            }
            fields.add(new HeaderFields.Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new HeaderFields(fields);
    }

    private byte[] body(HeaderFields headers, boolean untilClose) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.first("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            for (int size = chunk(); size > 0; size = chunk()) {
                copy(size, body);
                line();
            }
            headers();
        } else if (headers.first("Content-Length").isPresent()) {
            long length = Long.parseLong(headers.first("Content-Length").get());
            copy(length, body);
        } else if (untilClose) {
            in.transferTo(body);
        }
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        String line = line();
        return line == null ? 0 : Integer.parseInt(line.split(";", 2)[0].strip(), 16);
    }

    private void copy(long length, ByteArrayOutputStream body) throws IOException {
        if (length < 0 || length + body.size() > MAX_BODY) {
            throw new ProtocolException("body of " + length + " bytes exceeds the limit of " + MAX_BODY);
        }
        byte[] piece = new byte[16 << 10];
        for (long left = length; left > 0; ) {
            int n = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (n < 0) {
                throw new EOFException(left + " of " + length + " body bytes are missing");
            }
            speed.send(n);
            body.write(piece, 0, n);
            left -= n;
        }
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                if (line.size() == 0) {
                    return null;
                }
                throw new EOFException("connection closed within a line");
            }
            if (line.size() == MAX_LINE) {
                throw new ProtocolException("line of more than " + MAX_LINE + " bytes");
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
