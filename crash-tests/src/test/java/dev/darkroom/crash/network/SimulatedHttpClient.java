package dev.darkroom.crash.network;

import dev.darkroom.world.http.HeaderFields;
import dev.darkroom.world.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A {@link HttpClient} that sends its requests over the current simulated network of the process, on the calling thread. */
public final class SimulatedHttpClient extends HttpClient {
    private final Supplier<SimulatedNetwork> line;
    private final SimulatedNetwork.Service service;
    private final Duration allowed;

    /**
     * @param allowed timeout of the caller for a response
     */
    public SimulatedHttpClient(Supplier<SimulatedNetwork> line, SimulatedNetwork.Service service, Duration allowed) {
        this.line = line;
        this.service = service;
        this.allowed = allowed;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> none) {
        return sendAsync(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            ReceivedReply arrival = line.get().pass(read(request), allowed, service);
            SimulatedResponse<T> received = new SimulatedResponse<>(request, arrival, handler);
            return received.body().thenApply(body -> received.with(body));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return sendAsync(request, handler).join();
    }

    private static Request read(HttpRequest request) {
        List<HeaderFields.Field> fields = new ArrayList<>();
        request.headers()
                .map()
                .forEach((name, values) -> values.forEach(value -> fields.add(new HeaderFields.Field(name, value))));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        request.bodyPublisher().ifPresent(publisher -> publisher.subscribe(new BodyCollector(body)));
        return new Request(request.method(), request.uri().getRawPath(), new HeaderFields(fields), body.toByteArray());
    }

    /** Collects a body that is published on the calling thread. */
    private record BodyCollector(ByteArrayOutputStream body) implements Flow.Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Flow.Subscription upstream) {
            upstream.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            body.writeBytes(bytes);
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException("a request's body failed", failure);
        }

        @Override
        public void onComplete() {}
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SSLParameters sslParameters() {
        return new SSLParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }
}
