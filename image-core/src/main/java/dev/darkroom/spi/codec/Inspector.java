package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.time.LocalDateTime;
import java.util.Optional;

/** A provider that reads common metadata from a file whose header was already read. Thread-safe. */
public interface Inspector extends Provider {
    Metadata inspect(Format format, Bytes source) throws ImageException;

    /**
     * @param camera make and model
     * @param takenAt local time of the camera's clock, without a time zone
     * @param hasLocation whether the file contains the location of the photograph; the location itself is not exposed
     * @param rights copyright or usage terms
     */
    record Metadata(
            Optional<String> camera, Optional<LocalDateTime> takenAt, boolean hasLocation, Optional<String> rights) {}
}
