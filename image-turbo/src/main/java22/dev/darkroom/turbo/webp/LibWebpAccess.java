package dev.darkroom.turbo.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.turbo.NativePlanes;
import dev.darkroom.turbo.TurboAvailability;

/** Access to libwebp. This version runs on Java 22 and newer. */
final class LibWebpAccess {
    private LibWebpAccess() {}

    static Availability availability() {
        return TurboAvailability.closed()
                .map(Availability::unavailable)
                .orElseGet(() -> LibWebpFunctions.binding().availability());
    }

    static Decoder decoder(Bytes source, ImageInfo info) throws ImageException {
        return new TurboWebpDecoder(LibWebpFunctions.binding().require(), source, info);
    }

    /** The most memory that {@link #encoder} needs, in bytes. */
    static long encodingBytes(RasterSpec raster, Encoding encoding) {
        return NativePlanes.bytes(raster) + WebpMemory.encoding(raster, WebpSettings.of(encoding));
    }

    static Encoder encoder(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        return new TurboWebpEncoder(LibWebpFunctions.binding().require(), raster, encoding, memory);
    }
}
