package dev.darkroom.world;

import dev.darkroom.world.http.Fault;
import dev.darkroom.world.http.FaultScript;
import dev.darkroom.world.http.HeaderFields;
import dev.darkroom.world.http.LinkSpeed;
import dev.darkroom.world.http.LocalServer;
import dev.darkroom.world.http.Reply;
import dev.darkroom.world.http.Request;
import dev.darkroom.world.http.RequestMatcher;
import dev.darkroom.world.http.TrafficLog;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A CDN that takes {@code POST /asset/{id}} and serves {@code GET /asset/{id}?size=name}. It answers 400 to anything that
 * is not exactly as agreed, keeping why, and 409 to an id it has.
 */
public final class Cdn implements AutoCloseable {
    private static final String ASSET = "/asset/";

    private final LocalServer server;
    private final Map<String, RegisteredAsset> assets = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** A CDN without assets. */
    public Cdn(LinkSpeed pace) throws IOException {
        server = new LocalServer("cdn", pace, this::answer);
    }

    /** The {@code CDN_API_URL} and {@code CDN_PUBLIC_URL}. */
    public URI url() {
        return server.url();
    }

    /** Where an asset is served. */
    public URI url(String id) {
        return url().resolve(ASSET + id);
    }

    /** Its faults and gates. */
    public FaultScript script() {
        return server.script;
    }

    /** All that was asked of it. */
    public TrafficLog traffic() {
        return server.traffic;
    }

    /** Every registration, first to last. */
    public RequestMatcher registrations() {
        return RequestMatcher.under("POST", ASSET);
    }

    /** Assets it has taken, in that order. */
    public synchronized List<RegisteredAsset> assets() {
        return List.copyOf(assets.values());
    }

    /** The asset of that id. */
    public synchronized Optional<RegisteredAsset> asset(String id) {
        return Optional.ofNullable(assets.get(id));
    }

    /** Forgets an asset, as a CDN does that was cleaned up. */
    public synchronized void remove(String id) {
        assets.remove(id);
    }

    /** Why requests were answered with 400. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Forgets assets, complaints, traffic and script. */
    public synchronized void clear() {
        assets.clear();
        complaints.clear();
        script().clear();
        traffic().clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Does its work for a request that came by another way than its own port, past its script and its traffic. */
    public synchronized Reply answer(Request request) {
        if (!request.path().startsWith(ASSET)) {
            return Reply.status(404);
        }
        String id = request.path().substring(ASSET.length());
        return switch (request.method()) {
            case "POST" -> register(id, request);
            case "GET", "HEAD" -> serve(id, request);
            default -> Reply.status(405);
        };
    }

    private Reply register(String id, Request request) {
        RegisteredAsset asset;
        try {
            asset = RegistrationParser.read(id, request);
        } catch (IllegalArgumentException e) {
            complaints.add(String.valueOf(e.getMessage()));
            return Reply.of(400, "text/plain", String.valueOf(e.getMessage()));
        }
        if (assets.containsKey(id)) {
            return Reply.json(409, "{\"success\":false,\"error\":\"asset exists\"}");
        }
        assets.put(id, asset);
        String variants = asset.names().stream()
                .map(name -> "\"" + name + "\":\"" + url(id) + "?size=" + name + "\"")
                .collect(Collectors.joining(","));
        return Reply.json(
                200,
                "{\"success\":true,\"assetId\":\"" + id + "\",\"cdnUrl\":\"" + url(id) + "\",\"variants\":{" + variants
                        + "}}");
    }

    private Reply serve(String id, Request request) {
        Optional<RegisteredAsset> asset = Optional.ofNullable(assets.get(id));
        Optional<RegisteredAsset.Variant> variant = request.query("size").isPresent()
                ? asset.flatMap(found -> found.variant(request.query("size").orElseThrow()))
                : asset.map(found -> found.variants().get(found.variants().size() - 1));
        if (variant.isEmpty()) {
            return Reply.of(404, "text/plain", "no such asset or size");
        }
        byte[] bytes = variant.get().bytes();
        HeaderFields headers =
                HeaderFields.NONE.with("Content-Type", variant.get().contentType());
        return request.method().equals("HEAD")
                ? new Reply(200, headers.with("Content-Length", Integer.toString(bytes.length)), new byte[0])
                : new Reply(200, headers, bytes);
    }

    /** For {@link Fault#change}: the same answer, but naming another asset than the caller's. */
    public static Reply namingAnother(Reply reply) {
        String other = reply.text().replaceAll("/asset/[0-9A-Za-z_-]+", "/asset/SOMEONEELSES00");
        return new Reply(reply.status(), reply.headers(), other.getBytes(StandardCharsets.UTF_8));
    }
}
