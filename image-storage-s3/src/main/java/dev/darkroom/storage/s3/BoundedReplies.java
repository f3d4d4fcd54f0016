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
 * An HTTP client whose answers end early where they are no object's content: the SDK reads those into memory, however long they are. And
 * none says that something was deleted but S3's own, which has no body: somebody else's "200", such as a gateway's, has one.
 */
record BoundedReplies(SdkHttpClient http) implements SdkHttpClient {
    /** An error, a copy's result: no service has more to say. */
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
                .ifPresent(body -> bounded.responseBody(AbortableInputStream.create(new Start(body), body)));
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

    /** The first bytes of a body. A longer one's connection is given up: closing it in order would read the rest. */
    private static final class Start extends FilterInputStream {
        private final AbortableInputStream body;
        private int left = MAX_BYTES;

        Start(AbortableInputStream body) {
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
