package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** A provider that removes metadata from encoded files without changing pixels. Thread-safe. */
public interface Rewriter extends Provider {
    Set<Format> formats();

    /**
     * Returns the same picture with all its frames and only the data that is needed to display it correctly. The result has the EXIF
     * orientation but no other EXIF, no XMP, IPTC, comments, maker notes, thumbnails, further pictures or trailing data. The operation is
     * idempotent.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed} when the container is invalid, or truncated so that no whole picture
     *     is left
     */
    Bytes rewrite(Format format, Bytes source, Keep keep) throws ImageException;

    /**
     * Does the same for a job. Reports parts of the source that the copy lacks because the source is truncated, such as the last frame of an
     * animation. Checks the deadline at least every few milliseconds.
     *
     * @throws ImageException also {@link dev.darkroom.core.Failure.Stopped} when the job is cancelled or out of time
     */
    default Bytes rewrite(Format format, Bytes source, Keep keep, Context context) throws ImageException {
        return rewrite(format, source, keep);
    }

    /**
     * What a rewriter needs from its job.
     *
     * @param warnings takes sentences that may be shown to users; the pipeline adds them to {@link
     *     dev.darkroom.core.Outcome.Completed#warnings}
     */
    record Context(Consumer<String> warnings, Deadline deadline) {
        /** A context for a rewrite without a job: it ignores warnings and has no end. */
        public static Context none() {
            return new Context(warning -> {}, Deadline.after(Duration.ofDays(1)));
        }

        public void warn(String warning) {
            warnings.accept(warning);
        }
    }

    /** The metadata that the rewriter keeps. */
    enum Keep {
        NOTHING,
        /** Copyright, artist, credit and usage terms, and nothing else. */
        COPYRIGHT
    }
}
