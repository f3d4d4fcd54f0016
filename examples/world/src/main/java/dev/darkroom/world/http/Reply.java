package dev.darkroom.world.http;

import java.nio.charset.StandardCharsets;

/**
 * A complete HTTP response.
 *
 * @param headers headers without framing fields ({@code Transfer-Encoding}, {@code Connection}); {@code Content-Length} only if there is a
 *     length without a body, as in the response to HEAD
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, HeaderFields headers, byte[] body) {
    /** An empty response. */
    public static Reply status(int status) {
        return new Reply(status, HeaderFields.NONE, new byte[0]);
    }

    /** A JSON response. */
    public static Reply json(int status, String json) {
        return of(status, "application/json", json);
    }

    /** A response with text of a content type. */
    public static Reply of(int status, String contentType, String text) {
        return new Reply(
                status, HeaderFields.NONE.with("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The error response of an S3 server. */
    public static Reply s3Error(int status, String code) {
        return of(
                status,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                        + "</Code><Message>injected fault</Message></Error>");
    }

    /** This response with an additional header field. */
    public Reply with(String name, String value) {
        return new Reply(status, headers.with(name, value), body);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + " (" + body.length + " bytes)";
    }
}
