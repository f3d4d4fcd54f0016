package dev.darkroom.upload;

import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.StoredObject;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Serves stored variants. Thread-safe. */
final class MediaEndpoint {
    private static final long MAX_BYTES = 32 * Limits.MIB;
    /** Segments of a versioned key: creator, folder, content, version and file. The key of an alias has no version. */
    private static final int VERSIONED_SEGMENTS = 5;

    private static final Set<String> SERVED = Stream.of(Format.WEBP, Format.PNG, Format.JPEG, Format.SVG)
            .map(Format::mediaType)
            .collect(Collectors.toSet());

    private final ObjectStore store;

    MediaEndpoint(ObjectStore store) {
        this.store = store;
    }

    void serve(String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ImageException {
        boolean conditional = request.getHeader("If-None-Match") != null;
        boolean headOnly = request.getMethod().equals("HEAD");
        if (conditional || headOnly) {
            ObjectHead head = served(store.head(key));
            if (conditional && matches(request, head)) {
                describe(response, key, head);
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            if (headOnly) {
                describe(response, key, head);
                response.setContentLengthLong(head.length());
                return;
            }
        }
        Optional<StoredObject> object = store.get(key, MAX_BYTES);
        ObjectHead head = served(object.map(StoredObject::head));
        describe(response, key, head);
        ResponseWriter.bytes(
                response,
                HttpServletResponse.SC_OK,
                head.contentType(),
                object.orElseThrow().content().toArray());
    }

    private static ObjectHead served(Optional<ObjectHead> head) throws ProblemException {
        return head.filter(found -> SERVED.contains(found.contentType()))
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "this picture does not exist"));
    }

    private static void describe(HttpServletResponse response, String key, ObjectHead head) {
        response.setHeader("ETag", quoted(head));
        response.setHeader("Cache-Control", isVersioned(key) ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Type", head.contentType());
        if (head.contentType().equals(Format.SVG.mediaType())) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        }
    }

    private static boolean isVersioned(String key) {
        return key.split("/", -1).length == VERSIONED_SEGMENTS;
    }

    /** RFC 9110, section 13.1.2: weak comparison. */
    private static boolean matches(HttpServletRequest request, ObjectHead head) {
        return Collections.list(request.getHeaders("If-None-Match")).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(quoted(head)));
    }

    private static String quoted(ObjectHead head) {
        return '"' + head.etag() + '"';
    }
}
