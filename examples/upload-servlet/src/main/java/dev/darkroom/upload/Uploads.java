package dev.darkroom.upload;

import dev.darkroom.content.Contents;
import dev.darkroom.content.Manifest;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Takes an upload through all gates after the first one, into its pipeline and to its manifest. Thread-safe. */
final class Uploads {
    /** The request attribute that says that its body was asked for. */
    static final String BODY_BEGUN = Uploads.class.getName() + ".begun";

    private final Receiver receiver;
    private final Intake intake;
    private final Jobs jobs;
    private final Shelves shelves;

    Uploads(Receiver receiver, Intake intake, Jobs jobs, Shelves shelves) {
        this.receiver = receiver;
        this.intake = intake;
        this.jobs = jobs;
        this.shelves = shelves;
    }

    /**
     * @throws Refused by a gate, or when the job did not complete
     * @throws IOException when the client went away
     */
    Manifest take(Route.Picture picture, HttpServletRequest request) throws IOException, ImageException {
        String contentType = Objects.requireNonNullElse(request.getContentType(), "");
        long announced = request.getContentLengthLong();
        boolean multipart = MultipartFile.is(contentType);
        if (announced > receiver.maxBytes() + (multipart ? MultipartFile.MAX_ENVELOPE_BYTES : 0)) {
            throw receiver.tooLarge(announced);
        }
        Shelf shelf = shelves.of(picture.kind());
        try (Intake.Place place = intake.enter()) {
            request.setAttribute(BODY_BEGUN, true);
            InputStream body = request.getInputStream();
            InputStream file = multipart ? MultipartFile.open(contentType, body) : body;
            Bytes bytes = receiver.receive(file, announced, picture.kind().accepted, place);
            return manifest(jobs.run(shelf.pipeline(), bytes, Shelf.attributes(picture)));
        }
    }

    private static Manifest manifest(Outcome outcome) throws Refused, ImageException {
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new Refused(Problems.of(rejected.failure()));
        }
        if (outcome instanceof Outcome.Failed failed) {
            throw new Refused(Problems.of(failed.failure()));
        }
        Publication publication = ((Outcome.Completed) outcome).publications().get(0);
        String json = Objects.requireNonNull(publication.properties().get(Contents.MANIFEST));
        return Manifest.parse(Bytes.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }
}
