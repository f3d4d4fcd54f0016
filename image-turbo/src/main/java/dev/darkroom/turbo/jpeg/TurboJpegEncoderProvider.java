package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.Availability;
import dev.darkroom.spi.Encoder;
import dev.darkroom.spi.EncoderProvider;
import dev.darkroom.spi.Layout;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.RasterSpec;
import java.util.List;
import java.util.Set;

public final class TurboJpegEncoderProvider implements EncoderProvider {
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
        return JpegLane.availability();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.JPEG);
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return List.of(Layout.RGB);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return raster.bytes();
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        return JpegLane.encoder(raster, encoding, memory);
    }
}
