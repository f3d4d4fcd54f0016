package dev.darkroom.turbo;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another's encoders, and what they were opened for. */
final class RecordingEncoder implements EncoderProvider {
    private final EncoderProvider to;
    private final List<RasterSpec> opened = new CopyOnWriteArrayList<>();

    RecordingEncoder(EncoderProvider to) {
        this.to = to;
    }

    List<RasterSpec> opened() {
        return opened;
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public Availability availability() {
        return to.availability();
    }

    @Override
    public Set<Format> formats() {
        return to.formats();
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return to.layouts(encoding);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return to.peakBytes(raster, encoding);
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        opened.add(raster);
        return to.open(raster, encoding, memory);
    }
}
