package dev.darkroom.world.http;

import java.util.function.Predicate;

/** Selects the requests for a fault or a hold. Paths are decoded; paths of S3 are {@code /bucket/key}. */
public record RequestMatcher(String description, Predicate<Request> test) {
    /** Matches every request. */
    public static RequestMatcher any() {
        return new RequestMatcher("any request", request -> true);
    }

    /** Matches a method on one path. */
    public static RequestMatcher exactly(String method, String path) {
        return new RequestMatcher(
                method + " " + path,
                request -> request.method().equals(method) && request.path().equals(path));
    }

    /** Matches a method on every path with a prefix. */
    public static RequestMatcher under(String method, String prefix) {
        return new RequestMatcher(
                method + " " + prefix + "*",
                request -> request.method().equals(method) && request.path().startsWith(prefix));
    }

    /** Matches a method on any path. */
    public static RequestMatcher method(String method) {
        return under(method, "/");
    }

    /** Matches the requests of this matcher that also fulfil a condition. */
    public RequestMatcher and(String condition, Predicate<Request> other) {
        return new RequestMatcher(description + " and " + condition, test.and(other));
    }

    boolean matches(Request request) {
        return test.test(request);
    }
}
