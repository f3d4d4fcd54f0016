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

/** An encoder provider that delegates to another one and records the rasters for which encoders were opened. */
final class RecordingEncoder implements EncoderProvider {
    private final EncoderProvider delegate;
    private final List<RasterSpec> opened = new CopyOnWriteArrayList<>();

    RecordingEncoder(EncoderProvider delegate) {
        this.delegate = delegate;
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
        return delegate.availability();
    }

    @Override
    public Set<Format> formats() {
        return delegate.formats();
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return delegate.layouts(encoding);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return delegate.peakBytes(raster, encoding);
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        opened.add(raster);
        return delegate.open(raster, encoding, memory);
    }
}
