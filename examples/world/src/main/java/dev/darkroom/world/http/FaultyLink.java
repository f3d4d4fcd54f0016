package dev.darkroom.world.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/**
 * A proxy for an S3 server with a limited speed and with injected faults. It forwards requests unchanged, including {@code Host}, so that
 * signatures stay valid.
 *
 * <p>Like R2, it rejects bodies in {@code aws-chunked} coding.
 */
public final class FaultyLink implements AutoCloseable {
    private final URI upstream;
    private final LocalServer server;

    /** Starts a link to a server. */
    public FaultyLink(URI upstream, LinkSpeed pace) throws IOException {
        this.upstream = upstream;
        this.server = new LocalServer("s3-link", pace, this::forward);
    }

    /** The URL of the link. */
    public URI url() {
        return server.url();
    }

    /** The faults and held requests of this link. */
    public FaultScript script() {
        return server.script;
    }

    /** All requests through this link, including those that failed. */
    public TrafficLog traffic() {
        return server.traffic;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private Reply forward(Request request) throws IOException {
        Optional<String> unknown = unknownToR2(request.headers());
        if (unknown.isPresent()) {
            return Reply.s3Error(501, "NotImplemented").with("x-refused", unknown.get());
        }
        LinkSpeed.Direction instant = LinkSpeed.INSTANT.direction();
        try (Socket socket = new Socket(upstream.getHost(), upstream.getPort())) {
            new HttpWriter(new BufferedOutputStream(socket.getOutputStream()), instant).request(request);
            return new HttpReader(new BufferedInputStream(socket.getInputStream()), instant).reply(request.method());
        }
    }

    private static Optional<String> unknownToR2(HeaderFields headers) {
        return headers.first("x-amz-content-sha256")
                .filter(value -> value.startsWith("STREAMING-"))
                .or(() -> headers.first("Content-Encoding").filter(value -> value.contains("aws-chunked")));
    }
}
