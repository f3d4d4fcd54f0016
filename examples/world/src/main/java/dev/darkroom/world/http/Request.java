package dev.darkroom.world.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A complete HTTP request.
 *
 * @param target path and query, exactly as in the request line
 * @param body the bytes of the body without transfer coding; not copied, so callers must not change them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying 50 MB bodies buys nothing here
public record Request(String method, String target, HeaderFields headers, byte[] body) {
    /** The path without query, percent-decoded: for S3 {@code /bucket/key}. */
    public String path() {
        int query = target.indexOf('?');
        return decoded(query < 0 ? target : target.substring(0, query));
    }

    /** A query parameter, percent-decoded. */
    public Optional<String> query(String name) {
        int query = target.indexOf('?');
        return query < 0
                ? Optional.empty()
                : Arrays.stream(target.substring(query + 1).split("&", -1))
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> decoded(pair.substring(name.length() + 1)))
                        .findFirst();
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + target + " (" + body.length + " bytes)";
    }
}
