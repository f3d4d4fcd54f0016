package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.Set;

/** Cleans encoded bytes without touching pixels. Thread-safe. */
public interface Rewriter extends Provider {
    Set<Format> formats();

    /**
     * The same picture, all its frames, with only what shows it right: no EXIF but the orientation, no XMP, IPTC, comments, maker notes,
     * thumbnails, second pictures or trailing data. Rewriting a rewritten file changes nothing.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed} when the container is broken or ends early
     */
    Bytes rewrite(Format format, Bytes source, Keep keep) throws ImageException;

    /** What may stay. */
    enum Keep {
        NOTHING,
        /** Copyright, artist, credit and usage terms, and nothing else. */
        COPYRIGHT
    }
}
