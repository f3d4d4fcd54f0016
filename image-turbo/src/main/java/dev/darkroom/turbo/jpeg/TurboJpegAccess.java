package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.turbo.TurboAvailability;

/** Access to libjpeg-turbo. This version runs on Java 17 to 21, where it is always unavailable. */
@SuppressWarnings("DoNotCallSuggester") // its namesake for Java 22 does not always throw
final class TurboJpegAccess {
    private TurboJpegAccess() {}

    static Availability availability() {
        return Availability.unavailable(TurboAvailability.withoutJava22Classes());
    }

    static Decoder decoder(Bytes source, ImageInfo info) throws ImageException {
        throw ImageException.unsupported(TurboAvailability.withoutJava22Classes());
    }

    /** The most memory that {@link #encoder} needs, in bytes. */
    static long encodingBytes(RasterSpec raster, Encoding encoding) {
        return 0;
    }

    static Encoder encoder(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        throw ImageException.unsupported(TurboAvailability.withoutJava22Classes());
    }
}
