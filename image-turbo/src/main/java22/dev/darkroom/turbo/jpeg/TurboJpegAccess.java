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
import dev.darkroom.turbo.NativePlanes;
import dev.darkroom.turbo.TurboAvailability;

/** Access to libjpeg-turbo. This version runs on Java 22 and newer. */
final class TurboJpegAccess {
    private TurboJpegAccess() {}

    static Availability availability() {
        return TurboAvailability.closed()
                .map(Availability::unavailable)
                .orElseGet(() -> TurboJpegFunctions.binding().availability());
    }

    static Decoder decoder(Bytes source, ImageInfo info) throws ImageException {
        return new TurboJpegDecoder(TurboJpegFunctions.binding().require(), source, info);
    }

    /** The most memory that {@link #encoder} needs, in bytes. */
    static long encodingBytes(RasterSpec raster, Encoding encoding) {
        return JpegEncodingMemory.bytes(raster, encoding, NativePlanes.bytes(raster));
    }

    static Encoder encoder(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        return new TurboJpegEncoder(TurboJpegFunctions.binding().require(), raster, encoding, memory);
    }
}
