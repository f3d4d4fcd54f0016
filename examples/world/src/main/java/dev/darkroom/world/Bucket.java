package dev.darkroom.world;

import dev.darkroom.world.http.RequestMatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A client for one bucket of an S3 server. It uses plain HTTP and its own signatures, so that assertions share no code with the library
 * that they check.
 */
public final class Bucket {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI endpoint;
    private final SigV4 signer;
    private final String name;
    private final Duration timeouts;

    /** Makes a client for a bucket, which need not exist yet. */
    public Bucket(URI endpoint, Credentials credentials, String name) {
        this(endpoint, new SigV4(credentials), name, Duration.ofMinutes(5));
    }

    private Bucket(URI endpoint, SigV4 signer, String name, Duration timeouts) {
        this.endpoint = endpoint;
        this.signer = signer;
        this.name = name;
        this.timeouts = timeouts;
    }

    /** The same bucket with a timeout for each request. */
    public Bucket within(Duration limit) {
        return new Bucket(endpoint, signer, name, limit);
    }

    /** The bucket's name. */
    public String name() {
        return name;
    }

    /** The decoded path of requests for a key, for {@link RequestMatcher}. */
    public String path(String key) {
        return "/" + name + "/" + key;
    }

    /** Creates the bucket. */
    public Bucket create() {
        expect(200, send("PUT", "/" + name, Map.of(), new byte[0]));
        return this;
    }

    /** Puts an object. An existing object is overwritten. */
    public void put(String key, byte[] bytes, String contentType) {
        expect(200, put(key, bytes, contentType, Map.of()));
    }

    /** Puts an object with further fields ({@code if-none-match}, {@code x-amz-meta-…}) and returns the response unchanged. */
    public HttpResponse<byte[]> put(String key, byte[] bytes, String contentType, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("content-type", contentType);
        return send("PUT", target(key), all, bytes);
    }

    /** The object of a key; empty if there is none. */
    public Optional<S3Object> get(String key) {
        return stored(send("GET", target(key), Map.of(), new byte[0]));
    }

    /** The head of an object; empty if there is none. */
    public Optional<S3Object> head(String key) {
        return stored(send("HEAD", target(key), Map.of(), new byte[0]));
    }

    /** Deletes an object if it exists. */
    public void delete(String key) {
        expect(204, send("DELETE", target(key), Map.of(), new byte[0]));
    }

    /** All keys, in the server's order. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        Optional<String> more = Optional.of("");
        while (more.isPresent()) {
            String token = more.get();
            String query = "?" + (token.isEmpty() ? "" : "continuation-token=" + encoded(token) + "&") + "list-type=2";
            HttpResponse<byte[]> page = send("GET", "/" + name + query, Map.of(), new byte[0]);
            expect(200, page);
            KeyList list = KeyList.read(page.body());
            keys.addAll(list.keys());
            more = list.next();
        }
        return keys;
    }

    private Optional<S3Object> stored(HttpResponse<byte[]> response) {
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        expect(200, response);
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((field, values) -> headers.put(field, values.get(0)));
        return Optional.of(new S3Object(headers, response.body()));
    }

    private String target(String key) {
        return "/" + name + "/"
                + List.of(key.split("/", -1)).stream().map(Bucket::encoded).collect(Collectors.joining("/"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private HttpResponse<byte[]> send(String method, String target, Map<String, String> fields, byte[] body) {
        URI uri = endpoint.resolve(target);
        Map<String, String> headers = signer.sign(method, uri, fields, body, Instant.now());
        headers.remove("host");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .get(
                            timeouts.toMillis(),
                            TimeUnit.MILLISECONDS); // the timeout of HttpRequest covers only the headers
        } catch (ExecutionException e) {
            throw new UncheckedIOException(new IOException(method + " " + uri + ": " + e.getCause(), e.getCause()));
        } catch (TimeoutException e) {
            throw new UncheckedIOException(new HttpTimeoutException(method + " " + uri + " took over " + timeouts));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + method + " " + uri, e);
        }
    }

    private static void expect(int status, HttpResponse<byte[]> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.request().method() + " " + response.uri() + " answered "
                    + response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
    }
}
