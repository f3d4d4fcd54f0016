package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.Set;
import java.util.function.Consumer;

/** Cleans encoded bytes without touching pixels. Thread-safe. */
public interface Rewriter extends Provider {
    Set<Format> formats();

    /**
     * The same picture, all its frames, with only what shows it right: no EXIF but the orientation, no XMP, IPTC, comments, maker notes,
     * thumbnails, second pictures or trailing data. Rewriting a rewritten file changes nothing.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed} when the container is broken, or ends so early that no whole
     *     picture is left
     */
    Bytes rewrite(Format format, Bytes source, Keep keep) throws ImageException;

    /**
     * The same, and tells what of the source the copy does not have because the source ends early, such as the last frame of an animation.
     *
     * @param warn takes sentences fit to show anybody; the pipeline hands them on in {@link dev.darkroom.core.Outcome.Completed#warnings}
     */
    default Bytes rewrite(Format format, Bytes source, Keep keep, Consumer<String> warn) throws ImageException {
        return rewrite(format, source, keep);
    }

    /** What may stay. */
    enum Keep {
        NOTHING,
        /** Copyright, artist, credit and usage terms, and nothing else. */
        COPYRIGHT
    }
}
