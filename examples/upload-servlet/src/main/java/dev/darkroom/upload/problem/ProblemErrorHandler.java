package dev.darkroom.upload.problem;

import dev.darkroom.json.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Writes problem details for requests that Jetty rejects before the servlet, such as malformed requests and ambiguous addresses. */
public final class ProblemErrorHandler extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean stopping = response.getStatus() == ProblemType.STOPPING.status;
        Problem problem = stopping
                ? Problem.of(ProblemType.STOPPING, "the server is about to stop; try again in a while")
                        .retryAfter(10)
                : Problem.of(ProblemType.INVALID_REQUEST, "this server does not understand the request");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(Json.compact(problem.members()).toArray()), callback);
        return true;
    }
}
