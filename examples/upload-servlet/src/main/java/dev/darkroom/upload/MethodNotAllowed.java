package dev.darkroom.upload;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import jakarta.servlet.http.HttpServletResponse;

/** Makes the problem for a method that is not allowed. The response has to list the allowed methods (RFC 9110, section 15.5.6). */
final class MethodNotAllowed {
    private MethodNotAllowed() {}

    static ProblemException but(HttpServletResponse response, String allowed) {
        response.setHeader("Allow", allowed);
        return new ProblemException(ProblemType.METHOD_NOT_ALLOWED, "allowed here: " + allowed);
    }
}
