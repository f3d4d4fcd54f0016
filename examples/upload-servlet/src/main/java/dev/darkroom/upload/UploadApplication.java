package dev.darkroom.upload;

import dev.darkroom.core.ImageException;
import dev.darkroom.pipeline.Load;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.pipeline.store.Stores;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.upload.access.Authorization;
import dev.darkroom.upload.access.PictureKind;
import dev.darkroom.upload.access.Route;
import dev.darkroom.upload.access.UploadLinks;
import dev.darkroom.upload.body.AdmissionControl;
import dev.darkroom.upload.problem.Problem;
import dev.darkroom.upload.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The application behind the servlet: store, pipelines and endpoints. Thread-safe. */
final class UploadApplication implements AutoCloseable {
    private final String base;
    private final ObjectStore store;
    private final AdmissionControl admission;
    private final JobQueue jobs;
    private final Metrics metrics;
    private final PicturePipelines pictures;
    private final PictureEndpoint api;
    private final MediaEndpoint media;
    private final UploadPage page = new UploadPage();

    /**
     * @param store the store; closed with the application
     * @param base the path below which the servlet is mounted
     * @param given makes the pipeline of a kind, without its store
     */
    UploadApplication(
            Map<String, String> settings,
            String base,
            ObjectStore store,
            Function<PictureKind, PipelineBuilder> given,
            Clock clock) {
        ServletLimits limits = ServletLimits.of(settings);
        UploadLinks links = CredentialSettings.links(settings, clock);
        Authorization access = new Authorization(CredentialSettings.tokens(settings), links);
        this.base = base;
        this.store = store;
        this.admission = limits.admission();
        this.jobs = limits.jobs();
        this.metrics = new Metrics(admission, jobs);
        String mediaUrl = base + "/media/";
        this.pictures = new PicturePipelines(
                store, mediaUrl, limits.queueWait(), kind -> given.apply(kind).listen(metrics.listener(kind)));
        metrics.gauge("darkroom.memory.bytes", "bytes of pixels", () -> load().memoryBytes());
        metrics.gauge("darkroom.memory.limit.bytes", "limit of the bytes of pixels", () -> load().memoryLimit());
        metrics.gauge("darkroom.memory.waiting", "jobs that wait for memory", () -> load().waiting());
        metrics.gauge("darkroom.cores.busy", "cores that work on pixels", () -> load().coresBusy());
        this.api = new PictureEndpoint(
                access, links, new UploadHandler(limits.receiver(), admission, jobs, pictures), pictures);
        this.media = new MediaEndpoint(store);
    }

    static UploadApplication open(Map<String, String> settings, String base) throws ImageException {
        for (ServletVariable variable : ServletVariable.values()) {
            variable.in(settings);
        }
        ObjectStore store = Stores.open(ServletVariable.storeIn(settings), settings);
        return new UploadApplication(settings, base, store, PicturePipelines::pipeline, Clock.systemUTC());
    }

    void serve(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ImageException {
        Route route = Route.of(path);
        if (route instanceof Route.Picture picture) {
            api.serve(picture, base, request, response);
        } else if (route instanceof Route.Link link) {
            api.link(link.to(), base, request, response);
        } else {
            String method = request.getMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                throw MethodNotAllowed.but(response, "GET, HEAD");
            }
            if (route instanceof Route.Media one) {
                media.serve(one.key(), request, response);
            } else {
                fixed(((Route.Fixed) route).path(), response);
            }
        }
        metrics.answered(name(route), response.getStatus(), "none");
    }

    private void fixed(String path, HttpServletResponse response) throws IOException {
        switch (path) {
            case "/healthz" -> {
                admission.checkOpen();
                text(response, "text/plain; charset=utf-8", "ok\n");
            }
            case "/metrics" -> text(response, Metrics.MEDIA_TYPE, metrics.text());
            default -> page.serve(path, response);
        }
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Problem told = problem.reason() == ProblemType.BUSY ? problem.retryAfter(jobs.retryAfterSeconds()) : problem;
        metrics.answered("refused", told.reason().status, told.reason().slug());
        ResponseWriter.problem(request, response, told);
    }

    void stopTaking() {
        admission.close();
    }

    private Load load() {
        return pictures.load();
    }

    private static void text(HttpServletResponse response, String mediaType, String text) throws IOException {
        ResponseWriter.json(response, HttpServletResponse.SC_OK, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(Route route) {
        return route.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        admission.close();
        pictures.close();
        metrics.close();
        store.close();
    }
}
