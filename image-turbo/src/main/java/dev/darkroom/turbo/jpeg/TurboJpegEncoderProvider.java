package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Provides the libjpeg-turbo encoder: baseline JPEG with JFIF, 4:2:0 unless the input has other planes, and libjpeg's quality scale. */
public final class TurboJpegEncoderProvider implements EncoderProvider {
    /** Longest side in pixels. T.81 allows 65,535; libjpeg's own limit is lower. */
    private static final int LONGEST_SIDE = 65_500;

    private static final long NANOS_PER_PIXEL = 20;

    @Override
    public String name() {
        return "turbo-jpeg";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Availability availability() {
        return TurboJpegAccess.availability();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.JPEG);
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return List.of(Layout.YCBCR_420, Layout.RGB, Layout.GRAY, Layout.YCBCR_444, Layout.YCBCR_422, Layout.YCBCR_440);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return TurboJpegAccess.encodingBytes(raster, encoding);
    }

    @Override
    public Duration longestStep(RasterSpec raster, Encoding encoding) {
        return Duration.ofNanos(raster.size().pixels() * NANOS_PER_PIXEL);
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        if (raster.size().longest() > LONGEST_SIDE) {
            throw ImageException.unsupported(
                    "JPEG holds at most " + LONGEST_SIDE + " pixels a side, and this picture is " + raster.size());
        }
        return TurboJpegAccess.encoder(raster, encoding, memory);
    }
}
