package dev.darkroom.crash.network;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** A received reply as a response of Java's HTTP client. */
final class SimulatedResponse<T> {
    private static final int PIECE = 16 << 10;

    private final HttpRequest request;
    private final ReceivedReply reply;
    private final HttpResponse.BodySubscriber<T> subscriber;

    SimulatedResponse(HttpRequest request, ReceivedReply reply, HttpResponse.BodyHandler<T> handler) {
        this.request = request;
        this.reply = reply;
        this.subscriber = handler.apply(new Head(reply.status(), headers(reply)));
    }

    /** Passes the body to the subscriber, as far as the subscriber requests it. */
    CompletableFuture<T> body() {
        BodySubscription flowing = new BodySubscription();
        subscriber.onSubscribe(flowing);
        try {
            flowing.run();
        } catch (IOException e) {
            subscriber.onError(e);
        }
        return subscriber.getBody().toCompletableFuture();
    }

    HttpResponse<T> with(T body) {
        return new Response<>(request, new Head(reply.status(), headers(reply)), body);
    }

    private static HttpHeaders headers(ReceivedReply reply) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        reply.headers()
                .fields()
                .forEach(field -> fields.computeIfAbsent(field.name(), name -> new ArrayList<>())
                        .add(field.value()));
        return HttpHeaders.of(fields, (name, value) -> true);
    }

    private final class BodySubscription implements Flow.Subscription {
        private boolean cancelled;

        @Override
        public void request(long more) {}

        @Override
        public void cancel() {
            cancelled = true;
        }

        void run() throws IOException {
            long taken = 0;
            byte[] piece = new byte[PIECE];
            InputStream body = reply.body();
            for (int n = body.read(piece); n >= 0 && !cancelled; n = body.read(piece)) {
                subscriber.onNext(List.of(ByteBuffer.wrap(piece.clone(), 0, n)));
                taken += n;
            }
            if (!cancelled) {
                if (reply.cut() || taken < reply.announced()) {
                    throw new EOFException("bytes received: " + taken);
                }
                subscriber.onComplete();
            }
        }
    }

    private record Head(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    private record Response<T>(HttpRequest request, Head head, T body) implements HttpResponse<T> {
        @Override
        public int statusCode() {
            return head.statusCode();
        }

        @Override
        public Optional<HttpResponse<T>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return head.headers();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return request.uri();
        }

        @Override
        public HttpClient.Version version() {
            return head.version();
        }
    }
}
