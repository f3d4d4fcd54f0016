package dev.darkroom.world.http;

import java.util.function.Predicate;

/** Which requests a fault or a gate is for. Paths are decoded; those of S3 are {@code /bucket/key}. */
public record RequestMatcher(String description, Predicate<Request> test) {
    /** Every request. */
    public static RequestMatcher any() {
        return new RequestMatcher("any request", request -> true);
    }

    /** A method on one path. */
    public static RequestMatcher exactly(String method, String path) {
        return new RequestMatcher(
                method + " " + path,
                request -> request.method().equals(method) && request.path().equals(path));
    }

    /** A method on every path that starts so. */
    public static RequestMatcher under(String method, String prefix) {
        return new RequestMatcher(
                method + " " + prefix + "*",
                request -> request.method().equals(method) && request.path().startsWith(prefix));
    }

    /** A method on any path. */
    public static RequestMatcher method(String method) {
        return under(method, "/");
    }

    /** Those of these that also fulfil a condition. */
    public RequestMatcher and(String condition, Predicate<Request> other) {
        return new RequestMatcher(description + " and " + condition, test.and(other));
    }

    boolean matches(Request request) {
        return test.test(request);
    }
}
