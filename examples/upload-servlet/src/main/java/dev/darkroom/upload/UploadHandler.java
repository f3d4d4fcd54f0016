package dev.darkroom.upload;

import dev.darkroom.content.Contents;
import dev.darkroom.content.Manifest;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.upload.access.Route;
import dev.darkroom.upload.body.AdmissionControl;
import dev.darkroom.upload.body.MultipartFile;
import dev.darkroom.upload.body.UploadReceiver;
import dev.darkroom.upload.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Processes an authorized upload: checks it, runs it through its pipeline and returns its manifest. Thread-safe. */
final class UploadHandler {
    /** Request attribute that is set once the body is being read. */
    static final String BODY_BEGUN = UploadHandler.class.getName() + ".begun";

    private final UploadReceiver receiver;
    private final AdmissionControl admission;
    private final JobQueue jobs;
    private final PicturePipelines pipelines;

    UploadHandler(UploadReceiver receiver, AdmissionControl admission, JobQueue jobs, PicturePipelines pipelines) {
        this.receiver = receiver;
        this.admission = admission;
        this.jobs = jobs;
        this.pipelines = pipelines;
    }

    /**
     * @throws ProblemException if a check rejects the upload, or the job does not complete
     * @throws IOException if the client closes the connection
     */
    Manifest take(Route.Picture picture, HttpServletRequest request) throws IOException, ImageException {
        String contentType = Objects.requireNonNullElse(request.getContentType(), "");
        long announced = request.getContentLengthLong();
        boolean multipart = MultipartFile.is(contentType);
        if (announced > receiver.maxBytes() + (multipart ? MultipartFile.MAX_ENVELOPE_BYTES : 0)) {
            throw receiver.tooLarge(announced);
        }
        PicturePipeline chosen = pipelines.of(picture.kind());
        try (AdmissionControl.Admission place = admission.enter()) {
            request.setAttribute(BODY_BEGUN, true);
            InputStream body = request.getInputStream();
            InputStream file = multipart ? MultipartFile.open(contentType, body) : body;
            Bytes bytes = receiver.receive(file, announced, picture.kind().accepted, place);
            return manifest(jobs.run(chosen.pipeline(), bytes, PicturePipeline.attributes(picture)));
        }
    }

    private static Manifest manifest(Outcome outcome) throws ProblemException, ImageException {
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new ProblemException(ProblemMapper.of(rejected.failure()));
        }
        if (outcome instanceof Outcome.Failed failed) {
            throw new ProblemException(ProblemMapper.of(failed.failure()));
        }
        Publication publication = ((Outcome.Completed) outcome).publications().get(0);
        String json = Objects.requireNonNull(publication.properties().get(Contents.MANIFEST));
        return Manifest.parse(Bytes.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }
}
