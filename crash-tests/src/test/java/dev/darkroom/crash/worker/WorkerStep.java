package dev.darkroom.crash.worker;

import dev.darkroom.crash.RequestStep;
import dev.darkroom.world.http.Request;
import java.util.List;
import java.util.function.BiPredicate;

/** The requests of the worker. {@link WorkerPreconditions} makes the state in which the worker makes a request. */
public enum WorkerStep implements RequestStep {
    LOOK_FOR_REF((request, earlier) -> isRef("GET", request) && earlier.stream().noneMatch(e -> isRef("PUT", e))),
    ASK_FOR_ASSET((request, earlier) ->
            is("GET", "/asset/", request) && earlier.stream().noneMatch(e -> is("POST", "/asset/", e))),
    DOWNLOAD((request, earlier) -> is("GET", "/staging/", request) && !isRef("GET", request)),
    ARCHIVE((request, earlier) -> is("PUT", "/archive/", request)),
    LOOK_INTO_ARCHIVE((request, earlier) -> is("HEAD", "/archive/", request)),
    READ_ARCHIVED((request, earlier) -> is("GET", "/archive/", request)),
    REGISTER((request, earlier) -> is("POST", "/asset/", request)),
    CONFIRM_ASSET((request, earlier) ->
            is("GET", "/asset/", request) && earlier.stream().anyMatch(e -> is("POST", "/asset/", e))),
    WRITE_REF((request, earlier) -> isRef("PUT", request)),
    CHECK_REF((request, earlier) -> isRef("GET", request) && earlier.stream().anyMatch(e -> isRef("PUT", e))),
    CALL_BACK((request, earlier) -> is("POST", "/callback", request)),
    DELETE_STAGING((request, earlier) -> is("DELETE", "/staging/", request));

    @SuppressWarnings("ImmutableEnumChecker") // every field is immutable
    private final BiPredicate<Request, List<Request>> form;

    WorkerStep(BiPredicate<Request, List<Request>> form) {
        this.form = form;
    }

    @Override
    public boolean matches(Request request, List<Request> earlier) {
        return form.test(request, earlier);
    }

    private static boolean is(String method, String prefix, Request request) {
        return request.method().equals(method) && request.path().startsWith(prefix);
    }

    private static boolean isRef(String method, Request request) {
        return is(method, "/staging/", request) && request.path().endsWith(".ref.json");
    }
}
