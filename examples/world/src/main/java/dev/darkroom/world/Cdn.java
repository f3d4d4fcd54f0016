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
 * A CDN that accepts {@code POST /asset/{id}} and serves {@code GET /asset/{id}?size=name}. It responds with 400 to a request that violates
 * the interface and records the reason. It responds with 409 to an id that it already has.
 */
public final class Cdn implements AutoCloseable {
    private static final String ASSET = "/asset/";

    private final LocalServer server;
    private final Map<String, RegisteredAsset> assets = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** Starts a CDN without assets. */
    public Cdn(LinkSpeed speed) throws IOException {
        server = new LocalServer("cdn", speed, this::answer);
    }

    /** The {@code CDN_API_URL} and {@code CDN_PUBLIC_URL}. */
    public URI url() {
        return server.url();
    }

    /** Where an asset is served. */
    public URI url(String id) {
        return url().resolve(ASSET + id);
    }

    /** The faults and held requests of this CDN. */
    public FaultScript script() {
        return server.script;
    }

    /** All requests to this CDN. */
    public TrafficLog traffic() {
        return server.traffic;
    }

    /** Matches every registration. */
    public RequestMatcher registrations() {
        return RequestMatcher.under("POST", ASSET);
    }

    /** The accepted assets, in the order of their registration. */
    public synchronized List<RegisteredAsset> assets() {
        return List.copyOf(assets.values());
    }

    /** The asset with an id. */
    public synchronized Optional<RegisteredAsset> asset(String id) {
        return Optional.ofNullable(assets.get(id));
    }

    /** Removes an asset, as a clean-up of the CDN does. */
    public synchronized void remove(String id) {
        assets.remove(id);
    }

    /** The reasons for the responses with status 400. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Removes all assets, complaints, traffic and faults. */
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

    /** Handles a request that did not arrive through its port. Faults do not apply to it, and it is not recorded. */
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

    /** For {@link Fault#change}: the same response with the id of another asset. */
    public static Reply namingAnother(Reply reply) {
        String other = reply.text().replaceAll("/asset/[0-9A-Za-z_-]+", "/asset/SOMEONEELSES00");
        return new Reply(reply.status(), reply.headers(), other.getBytes(StandardCharsets.UTF_8));
    }
}
