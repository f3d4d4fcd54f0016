package dev.darkroom.upload;

import dev.darkroom.json.Json;
import dev.darkroom.upload.problem.Problem;
import dev.darkroom.upload.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Writes complete responses. */
final class ResponseWriter {
    static final String JSON = "application/json";

    private ResponseWriter() {}

    /** Writes a JSON response. Caches must not store it, because it may change with the next upload. */
    static void json(HttpServletResponse response, int status, String mediaType, byte[] body) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        bytes(response, status, mediaType, body);
    }

    static void bytes(HttpServletResponse response, int status, String mediaType, byte[] body) throws IOException {
        response.setStatus(status);
        response.setHeader("Content-Type", mediaType);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        OutputStream out = response.getOutputStream();
        out.write(body);
    }

    static void problem(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        if (problem.reason().status == HttpServletResponse.SC_UNAUTHORIZED) {
            boolean missing = problem.reason() == ProblemType.TOKEN_MISSING;
            response.setHeader("WWW-Authenticate", missing ? "Bearer" : "Bearer error=\"invalid_token\"");
        }
        if (problem.retryAfterSeconds() > 0) {
            response.setIntHeader("Retry-After", problem.retryAfterSeconds());
        }
        boolean unread = hasUnreadBody(request);
        if (unread) {
            response.setHeader("Connection", "close");
        }
        json(
                response,
                problem.reason().status,
                Problem.MEDIA_TYPE,
                Json.compact(problem.members()).toArray());
        response.flushBuffer();
        if (unread) {
            LingeringClose.over(request);
        }
    }

    private static boolean hasUnreadBody(HttpServletRequest request) throws IOException {
        boolean announced = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return announced && (isHeldBack(request) || !request.getInputStream().isFinished());
    }

    /** Whether the client waits for 100 Continue before it sends its body. Opening the input stream would send that response. */
    static boolean isHeldBack(HttpServletRequest request) {
        return request.getHeader("Expect") != null && request.getAttribute(UploadHandler.BODY_BEGUN) == null;
    }
}
