package dev.darkroom.world;

import java.util.function.Predicate;

/** Which requests a fault or a gate is for. Paths are decoded; those of S3 are {@code /bucket/key}. */
public record Match(String description, Predicate<Request> test) {
    /** Every request. */
    public static Match any() {
        return new Match("any request", request -> true);
    }

    /** A method on one path. */
    public static Match exactly(String method, String path) {
        return new Match(
                method + " " + path,
                request -> request.method().equals(method) && request.path().equals(path));
    }

    /** A method on every path that starts so. */
    public static Match under(String method, String prefix) {
        return new Match(
                method + " " + prefix + "*",
                request -> request.method().equals(method) && request.path().startsWith(prefix));
    }

    /** A method on any path. */
    public static Match method(String method) {
        return under(method, "/");
    }

    /** Those of these that also fulfil a condition. */
    public Match and(String condition, Predicate<Request> other) {
        return new Match(description + " and " + condition, test.and(other));
    }

    boolean matches(Request request) {
        return test.test(request);
    }
}
