package dev.darkroom.crash.line;

import dev.darkroom.storage.s3.InMemory;
import dev.darkroom.world.Headers;
import dev.darkroom.world.Request;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The AWS SDK's HTTP client, over whichever line is the process's now. */
public final class SdkOverLine implements SdkHttpClient {
    private final Supplier<Line> line;
    private final Line.Service s3;

    public SdkOverLine(Supplier<Line> line, Line.Service s3) {
        this.line = line;
        this.s3 = s3;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest prepared) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return response(line.get().pass(request(prepared), InMemory.allowed(), s3));
            }

            @Override
            public void abort() {}
        };
    }

    private static Request request(HttpExecuteRequest prepared) throws IOException {
        SdkHttpRequest sdk = prepared.httpRequest();
        List<Headers.Field> fields = new ArrayList<>();
        sdk.forEachHeader((name, values) -> values.forEach(value -> fields.add(new Headers.Field(name, value))));
        byte[] body = new byte[0];
        if (prepared.contentStreamProvider().isPresent()) {
            try (InputStream in = prepared.contentStreamProvider().get().newStream()) {
                body = in.readAllBytes();
            }
        }
        String query = sdk.encodedQueryParameters().map(text -> "?" + text).orElse("");
        return new Request(sdk.method().name(), sdk.encodedPath() + query, new Headers(fields), body);
    }

    private static HttpExecuteResponse response(Arrival arrival) {
        SdkHttpFullResponse.Builder head = SdkHttpFullResponse.builder().statusCode(arrival.status());
        arrival.headers().fields().forEach(field -> head.appendHeader(field.name(), field.value()));
        if (arrival.announced() >= 0) {
            head.putHeader("Content-Length", Long.toString(arrival.announced()));
        }
        InputStream body = arrival.cut() ? new Cut(arrival.body()) : arrival.body();
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(body))
                .build();
    }

    @Override
    public void close() {}

    /** Ends in an exception. */
    private static final class Cut extends InputStream {
        private final InputStream body;

        Cut(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return heard(body.read());
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return heard(body.read(into, from, length));
        }

        private static int heard(int read) throws IOException {
            if (read < 0) {
                throw new IOException("Premature EOF");
            }
            return read;
        }
    }
}
