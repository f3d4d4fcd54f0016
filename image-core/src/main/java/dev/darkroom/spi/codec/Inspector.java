package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.time.LocalDateTime;
import java.util.Optional;

/** Reads the metadata that people ask for, from files whose header was already read. Thread-safe. */
public interface Inspector extends Provider {
    Metadata inspect(Format format, Bytes source) throws ImageException;

    /**
     * @param camera make and model
     * @param takenAt the camera's clock, without a zone
     * @param hasLocation whether the file says where it was taken; the place itself is not given out
     * @param rights copyright or usage terms
     */
    record Metadata(
            Optional<String> camera, Optional<LocalDateTime> takenAt, boolean hasLocation, Optional<String> rights) {}
}
