package dev.darkroom.upload;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The upload page with its style and script, loaded from the jar. Thread-safe. */
final class UploadPage {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private record PageFile(String mediaType, byte[] bytes) {}

    private final Map<String, PageFile> parts = Map.of(
            "/", part("index.html", "text/html; charset=utf-8"),
            "/page.css", part("page.css", "text/css; charset=utf-8"),
            "/page.js", part("page.js", "text/javascript; charset=utf-8"));

    void serve(String path, HttpServletResponse response) throws IOException {
        PageFile part = parts.get(path);
        if (part == null) {
            throw new ProblemException(ProblemType.NOT_FOUND, "there is nothing at this address");
        }
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-cache");
        ResponseWriter.bytes(response, HttpServletResponse.SC_OK, part.mediaType, part.bytes);
    }

    private static PageFile part(String name, String mediaType) {
        try (InputStream in = UploadPage.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's " + name + " is not on the class path");
            }
            return new PageFile(mediaType, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
