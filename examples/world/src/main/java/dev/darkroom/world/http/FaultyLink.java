package dev.darkroom.world.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/**
 * The way to an S3 server: passes requests on byte for byte, {@code Host} included, so that signatures stay valid; as slow as
 * its pace, and failing where its script says.
 *
 * <p>Refuses, as R2 does, what R2 does not know: bodies in {@code aws-chunked} coding.
 */
public final class FaultyLink implements AutoCloseable {
    private final URI upstream;
    private final LocalServer server;

    /** A link to that server. */
    public FaultyLink(URI upstream, LinkSpeed pace) throws IOException {
        this.upstream = upstream;
        this.server = new LocalServer("s3-link", pace, this::forward);
    }

    /** Where it listens. */
    public URI url() {
        return server.url();
    }

    /** Its faults and gates. */
    public FaultScript script() {
        return server.script;
    }

    /** All that went through or failed here. */
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
