package dev.darkroom.storage.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An HTTP client that limits the length of replies other than object contents, because the SDK reads those into memory as a whole. It also
 * checks replies to deletions: S3 confirms a deletion without a body, so a success with a body comes from another program, such as a
 * gateway.
 */
record BoundedReplies(SdkHttpClient http) implements SdkHttpClient {
    /** Longest body in bytes of an error or of the result of a copy. No service needs more. */
    private static final int MAX_BYTES = 256 * 1024;

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = http.prepareRequest(request);
        boolean reads = request.httpRequest().method() == SdkHttpMethod.GET;
        boolean deletes = request.httpRequest().method() == SdkHttpMethod.DELETE;
        boolean asksForHead = request.httpRequest().method() == SdkHttpMethod.HEAD;
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                HttpExecuteResponse answer = prepared.call();
                boolean successful = answer.httpResponse().isSuccessful();
                if (deletes && successful) {
                    checkEmpty(answer);
                }
                if (asksForHead && ClockSkew.isCauseOf(answer.httpResponse(), request.httpRequest())) {
                    return bounded(ClockSkew.marked(answer.httpResponse()), answer);
                }
                return reads && successful ? answer : bounded(answer.httpResponse(), answer);
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    private static void checkEmpty(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isPresent()) {
            AbortableInputStream body = answer.responseBody().get();
            if (body.read() >= 0) {
                body.abort();
                throw new IOException("the answer to a deletion has a body");
            }
        }
    }

    private static HttpExecuteResponse bounded(SdkHttpResponse head, HttpExecuteResponse answer) {
        HttpExecuteResponse.Builder bounded = HttpExecuteResponse.builder().response(head);
        answer.responseBody()
                .ifPresent(body -> bounded.responseBody(AbortableInputStream.create(new BoundedStream(body), body)));
        return bounded.build();
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }

    /** The first bytes of a body. The connection of a longer body is aborted, because an orderly close would read the rest. */
    private static final class BoundedStream extends FilterInputStream {
        private final AbortableInputStream body;
        private int left = MAX_BYTES;

        BoundedStream(AbortableInputStream body) {
            super(body);
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                body.abort();
                return -1;
            }
            int read = body.read(into, from, Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            return count <= 0 || read() < 0 ? 0 : 1;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
