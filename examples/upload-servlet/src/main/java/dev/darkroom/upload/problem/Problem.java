package dev.darkroom.upload.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Problem details for a response (RFC 9457).
 *
 * @param detail text that may be shown to the person who sent the file
 * @param limit the allowed amount, in the unit that the detail names
 * @param actual the received amount, in the same unit
 * @param retryAfterSeconds seconds after which a retry may succeed; 0 if a retry does not help
 */
public record Problem(
        ProblemType reason, String detail, OptionalLong limit, OptionalLong actual, int retryAfterSeconds) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemType reason, String detail) {
        return new Problem(reason, detail, OptionalLong.empty(), OptionalLong.empty(), 0);
    }

    public Problem limited(long allowed, long came) {
        return new Problem(reason, detail, OptionalLong.of(allowed), OptionalLong.of(came), retryAfterSeconds);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(reason, detail, limit, actual, seconds);
    }

    /** The members of the problem, in the order of the RFC. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:darkroom:problem:" + reason.slug());
        members.put("title", reason.title);
        members.put("status", reason.status);
        members.put("detail", detail);
        limit.ifPresent(value -> members.put("limit", value));
        actual.ifPresent(value -> members.put("actual", value));
        return members;
    }
}
