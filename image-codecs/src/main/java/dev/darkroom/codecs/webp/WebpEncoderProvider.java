package dev.darkroom.codecs.webp;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Provides the lossy and lossless WebP encoder on the bundled libwebp. The output is identical to that of cwebp with the same settings. */
public final class WebpEncoderProvider implements EncoderProvider {
    /** RFC 9649, section 2.5. */
    private static final int LONGEST_SIDE = 16_383;

    @Override
    public String name() {
        return "libwebp-jni";
    }

    @Override
    public Availability availability() {
        return LibWebp.availability();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.WEBP);
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return List.of(Layout.RGB, Layout.RGBA);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return raster.bytes() + WebpEncodingMemory.bytes(raster, WebpSettings.of(encoding));
    }

    @Override
    public Duration longestStep(RasterSpec raster, Encoding encoding) {
        return WebpSettings.of(encoding).time(raster.size());
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        if (raster.size().longest() > LONGEST_SIDE) {
            throw ImageException.unsupported(
                    "WebP holds at most " + LONGEST_SIDE + " pixels a side, and this picture is " + raster.size()
                            + "; encode it smaller, or as JPEG or PNG");
        }
        LibWebp.require();
        return new WebpEncoder(raster, encoding, memory);
    }
}
