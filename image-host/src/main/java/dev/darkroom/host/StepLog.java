package dev.darkroom.host;

import dev.darkroom.pipeline.PipelineListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * A listener that logs each step of a job, its failures and warnings, and differences between an upload and its announced type and size.
 * Thread-safe.
 */
public final class StepLog implements PipelineListener {
    private final Logger log;
    private final String announcedType;
    private final long announcedBytes;

    /**
     * @param announcedType media type that the uploader announced; it is only compared, because the bytes decide the type
     * @param announcedBytes length in bytes that the uploader announced
     */
    public StepLog(Logger log, String announcedType, long announcedBytes) {
        this.log = log;
        this.announcedType = announcedType;
        this.announcedBytes = announcedBytes;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Recognized upload) {
            differs("content type", announcedType, upload.info().format().mediaType());
            differs("size", announcedBytes + " bytes", upload.bytes() + " bytes");
        } else if (event instanceof StageEnded stage) {
            log.log(Level.INFO, stage.stage() + " took " + stage.took().toMillis() + " ms");
        } else if (event instanceof Published done) {
            log.log(
                    Level.INFO,
                    done.publication().publisher() + " took " + done.took().toMillis() + " ms");
        } else if (event instanceof PublisherFailed failed) {
            log.log(Level.WARNING, failed.publisher() + " failed: " + failed.failure());
        } else if (event instanceof Warned warned) {
            log.log(Level.WARNING, warned.warning());
        }
    }

    private void differs(String what, String announced, String actual) {
        if (!announced.equalsIgnoreCase(actual)) {
            log.log(Level.WARNING, "the upload's " + what + " was announced as " + announced + " and is " + actual);
        }
    }
}
