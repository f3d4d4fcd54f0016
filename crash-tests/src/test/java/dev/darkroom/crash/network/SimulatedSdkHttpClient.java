package dev.darkroom.crash.network;

import dev.darkroom.storage.s3.TestS3Stores;
import dev.darkroom.world.http.HeaderFields;
import dev.darkroom.world.http.Request;
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

/** An HTTP client of the AWS SDK that sends its requests over the current simulated network of the process. */
public final class SimulatedSdkHttpClient implements SdkHttpClient {
    private final Supplier<SimulatedNetwork> line;
    private final SimulatedNetwork.Service s3;

    public SimulatedSdkHttpClient(Supplier<SimulatedNetwork> line, SimulatedNetwork.Service s3) {
        this.line = line;
        this.s3 = s3;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest prepared) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return response(line.get().pass(request(prepared), TestS3Stores.allowed(), s3));
            }

            @Override
            public void abort() {}
        };
    }

    private static Request request(HttpExecuteRequest prepared) throws IOException {
        SdkHttpRequest sdk = prepared.httpRequest();
        List<HeaderFields.Field> fields = new ArrayList<>();
        sdk.forEachHeader((name, values) -> values.forEach(value -> fields.add(new HeaderFields.Field(name, value))));
        byte[] body = new byte[0];
        if (prepared.contentStreamProvider().isPresent()) {
            try (InputStream in = prepared.contentStreamProvider().get().newStream()) {
                body = in.readAllBytes();
            }
        }
        String query = sdk.encodedQueryParameters().map(text -> "?" + text).orElse("");
        return new Request(sdk.method().name(), sdk.encodedPath() + query, new HeaderFields(fields), body);
    }

    private static HttpExecuteResponse response(ReceivedReply arrival) {
        SdkHttpFullResponse.Builder head = SdkHttpFullResponse.builder().statusCode(arrival.status());
        arrival.headers().fields().forEach(field -> head.appendHeader(field.name(), field.value()));
        if (arrival.announced() >= 0) {
            head.putHeader("Content-Length", Long.toString(arrival.announced()));
        }
        InputStream body = arrival.cut() ? new TruncatedStream(arrival.body()) : arrival.body();
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(body))
                .build();
    }

    @Override
    public void close() {}

    /** A stream that ends with an exception. */
    private static final class TruncatedStream extends InputStream {
        private final InputStream body;

        TruncatedStream(InputStream body) {
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
