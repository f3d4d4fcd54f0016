package dev.darkroom.upload;

import dev.darkroom.content.Contents;
import dev.darkroom.content.Manifest;
import dev.darkroom.core.ImageException;
import dev.darkroom.json.Json;
import dev.darkroom.upload.access.Authorization;
import dev.darkroom.upload.access.Route;
import dev.darkroom.upload.access.UploadLinks;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Handles requests for one picture of a content: read, upload, delete and link. Thread-safe. */
final class PictureEndpoint {
    private static final int MAX_JSON_BYTES = 64 * 1024;

    private final Authorization access;
    private final UploadHandler uploads;
    private final PicturePipelines pipelines;
    private final UploadLinks links;

    PictureEndpoint(Authorization access, UploadLinks links, UploadHandler uploads, PicturePipelines pipelines) {
        this.access = access;
        this.links = links;
        this.uploads = uploads;
        this.pipelines = pipelines;
    }

    void serve(Route.Picture picture, String base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ImageException {
        switch (request.getMethod()) {
            case "POST" -> {
                access.mayUpload(request, picture);
                Manifest manifest = uploads.take(picture, request);
                response.setHeader("Location", base + picture.path());
                answer(response, HttpServletResponse.SC_CREATED, manifest);
            }
            case "GET" -> {
                access.mayManage(request, picture);
                answer(
                        response,
                        HttpServletResponse.SC_OK,
                        contents(picture)
                                .read(PicturePipeline.attributes(picture))
                                .orElseThrow(() -> nothing(picture)));
            }
            case "DELETE" -> {
                access.mayManage(request, picture);
                if (!contents(picture).delete(PicturePipeline.attributes(picture))) {
                    throw nothing(picture);
                }
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> throw MethodNotAllowed.but(response, "GET, POST, DELETE");
        }
    }

    /** Responds with a link that allows uploading this picture without a token. */
    void link(Route.Picture picture, String base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!request.getMethod().equals("POST")) {
            throw MethodNotAllowed.but(response, "POST");
        }
        access.mayManage(request, picture);
        UploadLinks.Link link = links.to(picture);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("url", base + picture.path() + "?" + link.query());
        fields.put("expires", link.expires().toString());
        ResponseWriter.json(
                response,
                HttpServletResponse.SC_OK,
                ResponseWriter.JSON,
                Json.compact(fields).toArray());
    }

    private Contents contents(Route.Picture picture) {
        return pipelines.of(picture.kind()).contents();
    }

    private static ProblemException nothing(Route.Picture picture) {
        return new ProblemException(
                ProblemType.NOT_FOUND, "this content has no " + picture.kind().segment());
    }

    private static void answer(HttpServletResponse response, int status, Manifest manifest)
            throws IOException, ImageException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(Json.object(manifest.json(), MAX_JSON_BYTES, 8));
        fields.put("picture", manifest.picture("", "100vw"));
        ResponseWriter.json(
                response, status, ResponseWriter.JSON, Json.compact(fields).toArray());
    }
}
