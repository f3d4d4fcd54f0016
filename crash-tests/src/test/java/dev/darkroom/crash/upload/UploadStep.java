package dev.darkroom.crash.upload;

import dev.darkroom.crash.RequestStep;
import dev.darkroom.world.http.Request;
import java.util.List;
import java.util.function.BiPredicate;

/** The requests of the servlet to its store, and the upload request of a client to the servlet. */
public enum UploadStep implements RequestStep {
    LOAD_MANIFEST(
            Action.UPLOAD,
            1,
            (request, earlier) -> is("GET", Kind.MANIFEST, request) && none("PUT", Kind.MANIFEST, earlier)),
    STORE_VARIANT(Action.UPLOAD, 1, (request, earlier) -> is("PUT", Kind.VARIANT, request)),
    REMOVE_FORMER(Action.UPLOAD, 2, (request, earlier) -> is("DELETE", Kind.VARIANT, request)),
    TAKE_BACK(Action.UPLOAD, 1, (request, earlier) -> is("DELETE", Kind.VARIANT, request)),
    SWITCH(Action.UPLOAD, 1, (request, earlier) -> is("PUT", Kind.MANIFEST, request) && !lookedAgain(earlier)),
    LOOK_AGAIN(
            Action.UPLOAD,
            1,
            (request, earlier) ->
                    is("GET", Kind.MANIFEST, request) && !none("PUT", Kind.MANIFEST, earlier) && !hasNamed(earlier)),
    BAR(Action.UPLOAD, 1, (request, earlier) -> is("PUT", Kind.MANIFEST, request) && lookedAgain(earlier)),
    COPY_TO_NAME(Action.UPLOAD, 1, (request, earlier) -> is("PUT", Kind.NAME, request)),
    CHECK_MANIFEST(Action.UPLOAD, 1, (request, earlier) -> is("GET", Kind.MANIFEST, request) && hasNamed(earlier)),
    /** Checks whether the existing manifest is the servlet's own, after a repeated conditional write failed. */
    HEAD_MANIFEST(Action.UPLOAD, 1, (request, earlier) -> is("HEAD", Kind.MANIFEST, request)),
    READ_MANIFEST(Action.READ, 1, (request, earlier) -> is("GET", Kind.MANIFEST, request)),
    READ_MEDIA(
            Action.MEDIA, 1, (request, earlier) -> is("GET", Kind.VARIANT, request) || is("GET", Kind.NAME, request)),
    HEAD_MEDIA(Action.MEDIA_HEAD, 1, (request, earlier) -> request.method().equals("HEAD")),
    LOAD_TO_DELETE(
            Action.DELETE,
            1,
            (request, earlier) -> is("GET", Kind.MANIFEST, request) && none("PUT", Kind.MANIFEST, earlier)),
    DELETE_SWITCH(Action.DELETE, 1, (request, earlier) -> is("PUT", Kind.MANIFEST, request)),
    DELETE_VARIANT(Action.DELETE, 2, (request, earlier) -> is("DELETE", Kind.VARIANT, request)),
    DELETE_NAME(Action.DELETE, 1, (request, earlier) -> is("DELETE", Kind.NAME, request)),
    /** The fault is in the client and not in the store. */
    UPLOAD(Action.CLIENT, 1, (request, earlier) -> false);

    static final String FOLDER = "c1/content-thumbnails/42/";
    static final String BUCKET = "/pictures/";

    /** The kind of request to the servlet. */
    enum Action {
        UPLOAD,
        READ,
        MEDIA,
        MEDIA_HEAD,
        DELETE,
        CLIENT
    }

    /** The kinds of objects in a content's folder. */
    private enum Kind {
        MANIFEST,
        /** A variant of a version. */
        VARIANT,
        /** An alias. */
        NAME
    }

    final Action action;
    final int uploadsBefore;

    @SuppressWarnings("ImmutableEnumChecker") // every field is immutable
    private final BiPredicate<Request, List<Request>> form;

    UploadStep(Action action, int uploadsBefore, BiPredicate<Request, List<Request>> form) {
        this.action = action;
        this.uploadsBefore = uploadsBefore;
        this.form = form;
    }

    @Override
    public boolean matches(Request request, List<Request> earlier) {
        return form.test(request, earlier);
    }

    private static boolean is(String method, Kind kind, Request request) {
        return request.method().equals(method) && kind(request) == kind;
    }

    private static Kind kind(Request request) {
        String path = request.path();
        if (path.endsWith("/manifest.json")) {
            return Kind.MANIFEST;
        }
        return path.indexOf('/', (BUCKET + FOLDER).length()) > 0 ? Kind.VARIANT : Kind.NAME;
    }

    private static boolean none(String method, Kind kind, List<Request> earlier) {
        return earlier.stream().noneMatch(request -> is(method, kind, request));
    }

    /** Whether the aliases are being updated to the manifest. */
    private static boolean hasNamed(List<Request> earlier) {
        return !none("PUT", Kind.NAME, earlier) || !none("DELETE", Kind.NAME, earlier);
    }

    /** Whether the manifest was read again after its first write. */
    private static boolean lookedAgain(List<Request> earlier) {
        return earlier.stream()
                .dropWhile(request -> !is("PUT", Kind.MANIFEST, request))
                .anyMatch(request -> is("GET", Kind.MANIFEST, request));
    }
}
