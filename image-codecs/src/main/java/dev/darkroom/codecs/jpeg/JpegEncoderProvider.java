package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Provides the baseline JPEG encoder: JFIF with 4:2:0 subsampling and libjpeg's quality scale. The file contains no other metadata. */
public final class JpegEncoderProvider implements EncoderProvider {
    private static final int LONGEST_SIDE = 65_535;
    private static final long NANOS_PER_PIXEL = 40;

    @Override
    public String name() {
        return "jpeg";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.JPEG);
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return List.of(Layout.YCBCR_420, Layout.RGB, Layout.GRAY);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return JpegEncoder.peakBytes(raster, encoding);
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
        return JpegEncoder.open(raster, encoding, memory);
    }
}
