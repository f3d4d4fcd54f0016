package dev.darkroom.crash.network;

import dev.darkroom.world.http.Reply;
import dev.darkroom.world.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An S3 service in memory. Writes are atomic, and conditional requests work. Thread-safe. */
public final class InMemoryS3 {
    /**
     * An object.
     *
     * @param fields content type, cache control and {@code x-amz-meta-…} fields, with names in lower case
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Stored(byte[] bytes, Map<String, String> fields) {
        String etag() {
            try {
                return "\""
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("MD5").digest(bytes)) + "\"";
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final SortedMap<String, Stored> objects = new TreeMap<>();

    /** Every object by {@code /bucket/key}. */
    public synchronized SortedMap<String, Stored> objects() {
        return new TreeMap<>(objects);
    }

    /** The objects of one bucket by key. */
    public synchronized SortedMap<String, Stored> bucket(String name) {
        SortedMap<String, Stored> found = new TreeMap<>();
        String prefix = "/" + name + "/";
        objects.forEach((path, object) -> {
            if (path.startsWith(prefix)) {
                found.put(path.substring(prefix.length()), object);
            }
        });
        return found;
    }

    public synchronized void put(String path, byte[] bytes, String contentType) {
        objects.put(path, new Stored(bytes, Map.of("content-type", contentType)));
    }

    public synchronized void clear() {
        objects.clear();
    }

    public synchronized Reply answer(Request request) {
        String path = request.path();
        Stored there = objects.get(path);
        return switch (request.method()) {
            case "GET" -> there == null ? Reply.s3Error(404, "NoSuchKey") : get(request, there);
            case "HEAD" -> there == null ? Reply.status(404) : head(there);
            case "PUT" -> write(request, there);
            case "DELETE" -> {
                objects.remove(path);
                yield Reply.status(204);
            }
            default -> Reply.s3Error(405, "MethodNotAllowed");
        };
    }

    private static Reply get(Request request, Stored there) {
        Optional<String> match = request.headers().first("If-Match");
        if (match.isPresent() && !match.get().equals(there.etag())) {
            return Reply.s3Error(412, "PreconditionFailed");
        }
        Optional<String> range = request.headers().first("Range");
        if (range.isEmpty()) {
            return described(new Reply(200, Reply.status(200).headers(), there.bytes()), there);
        }
        int from = Integer.parseInt(range.get().replaceAll("bytes=(\\d+)-", "$1"));
        int length = there.bytes().length;
        if (from >= length) {
            return Reply.s3Error(416, "InvalidRange");
        }
        byte[] rest = Arrays.copyOfRange(there.bytes(), from, length);
        return described(new Reply(206, Reply.status(206).headers(), rest), there)
                .with("Content-Range", "bytes " + from + "-" + (length - 1) + "/" + length);
    }

    private static Reply head(Stored there) {
        return described(Reply.status(200), there).with("Content-Length", Integer.toString(there.bytes().length));
    }

    private static Reply described(Reply reply, Stored there) {
        Reply described = reply.with("ETag", there.etag());
        for (Map.Entry<String, String> field : there.fields().entrySet()) {
            described = described.with(field.getKey(), field.getValue());
        }
        return described;
    }

    private Reply write(Request request, @Nullable Stored there) {
        boolean absent = request.headers().first("If-None-Match").isPresent();
        Optional<String> match = request.headers().first("If-Match");
        if (match.isPresent() && there == null) {
            return Reply.s3Error(404, "NoSuchKey");
        }
        if (there != null && (absent || match.isPresent() && !match.get().equals(there.etag()))) {
            return Reply.s3Error(412, "PreconditionFailed");
        }
        Optional<String> copied = request.headers().first("x-amz-copy-source");
        byte[] bytes = request.body();
        if (copied.isPresent()) {
            String source = URLDecoder.decode(copied.get().replace("+", "%2B"), StandardCharsets.UTF_8);
            Stored from = objects.get(source.startsWith("/") ? source : "/" + source);
            if (from == null) {
                return Reply.s3Error(404, "NoSuchKey");
            }
            bytes = from.bytes();
        }
        Stored stored = new Stored(bytes, fields(request));
        objects.put(request.path(), stored);
        return copied.isPresent()
                ? Reply.of(
                        200,
                        "application/xml",
                        "<CopyObjectResult><ETag>" + stored.etag() + "</ETag></CopyObjectResult>")
                : Reply.status(200).with("ETag", stored.etag());
    }

    private static Map<String, String> fields(Request request) {
        Map<String, String> fields = new TreeMap<>();
        request.headers().fields().forEach(field -> {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (name.startsWith("x-amz-meta-") || name.equals("content-type") || name.equals("cache-control")) {
                fields.put(name, field.value());
            }
        });
        return fields;
    }
}
