package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
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
     * Does the same, and reports parts of the source that the copy lacks because the source is truncated, such as the last frame of an
     * animation.
     *
     * @param warn takes sentences that may be shown to users; the pipeline adds them to {@link
     *     dev.darkroom.core.Outcome.Completed#warnings}
     */
    default Bytes rewrite(Format format, Bytes source, Keep keep, Consumer<String> warn) throws ImageException {
        return rewrite(format, source, keep);
    }

    /** The metadata that the rewriter keeps. */
    enum Keep {
        NOTHING,
        /** Copyright, artist, credit and usage terms, and nothing else. */
        COPYRIGHT
    }
}
