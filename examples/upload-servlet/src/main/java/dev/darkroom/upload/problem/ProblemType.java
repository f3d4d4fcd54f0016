package dev.darkroom.upload.problem;

import java.util.Locale;

/** The reason why a request is rejected. The name is part of the interface, because a problem's {@code type} contains it. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is malformed"),
    INVALID_PATH(400, "The server does not serve this address"),
    TOKEN_MISSING(401, "A token is required"),
    TOKEN_UNKNOWN(401, "The token is unknown"),
    OTHER_CREATOR(403, "The token belongs to another creator"),
    LINK_INVALID(403, "The upload link is not valid"),
    LINK_EXPIRED(403, "The upload link has expired"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    TOO_SLOW(408, "The upload took too long"),
    REPLACED(409, "Another upload replaced this one"),
    FILE_TOO_LARGE(413, "The file is too large"),
    FORMAT_NOT_ACCEPTED(415, "The format of the file is not accepted"),
    PICTURE_OVER_LIMIT(422, "The picture is over a limit"),
    PICTURE_DAMAGED(422, "The picture is damaged"),
    PICTURE_UNSUPPORTED(422, "This kind of picture is not supported"),
    BUSY(429, "Too many uploads at once"),
    INTERNAL_ERROR(500, "An internal error"),
    STORE_UNAVAILABLE(503, "The store does not answer"),
    STOPPING(503, "The server is about to stop");

    public final int status;
    final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** In lower case with hyphens, such as {@code "file-too-large"}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
