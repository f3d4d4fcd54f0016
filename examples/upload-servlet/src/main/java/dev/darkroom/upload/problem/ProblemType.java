package dev.darkroom.upload.problem;

import java.util.Locale;

/** Why a request is not done. The name is part of the interface: a problem's {@code type} is made of it. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is malformed"),
    INVALID_PATH(400, "The address is not one that is served here"),
    TOKEN_MISSING(401, "A token is needed"),
    TOKEN_UNKNOWN(401, "The token is not known"),
    OTHER_CREATOR(403, "The token belongs to another creator"),
    LINK_INVALID(403, "The upload link is not valid"),
    LINK_EXPIRED(403, "The upload link has expired"),
    NOT_FOUND(404, "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    TOO_SLOW(408, "The upload took too long"),
    REPLACED(409, "Another upload was faster"),
    FILE_TOO_LARGE(413, "The file is too large"),
    FORMAT_NOT_ACCEPTED(415, "The file is of a format that is not accepted"),
    PICTURE_OVER_LIMIT(422, "The picture is over a limit"),
    PICTURE_DAMAGED(422, "The picture is damaged"),
    PICTURE_UNSUPPORTED(422, "The picture is of a kind that cannot be shown"),
    BUSY(429, "Too many uploads at once"),
    INTERNAL_ERROR(500, "Something broke here"),
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
