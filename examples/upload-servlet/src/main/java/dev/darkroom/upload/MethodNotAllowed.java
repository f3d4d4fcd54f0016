package dev.darkroom.upload;

import jakarta.servlet.http.HttpServletResponse;

/** A refusal that has to say what would be allowed (RFC 9110, section 15.5.6). */
final class MethodNotAllowed {
    private MethodNotAllowed() {}

    static Refused but(HttpServletResponse response, String allowed) {
        response.setHeader("Allow", allowed);
        return new Refused(Reason.METHOD_NOT_ALLOWED, "allowed here: " + allowed);
    }
}
