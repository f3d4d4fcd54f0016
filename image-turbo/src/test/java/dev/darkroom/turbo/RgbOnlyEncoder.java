package dev.darkroom.turbo;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.List;
import java.util.Set;

/** An encoder provider that delegates to another one but does not offer its planar layouts. */
record RgbOnlyEncoder(EncoderProvider to) implements EncoderProvider {
    @Override
    public String name() {
        return "rgb-only";
    }

    @Override
    public Set<Format> formats() {
        return to.formats();
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return to.layouts(encoding).stream()
                .filter(layout -> !layout.isPlanar())
                .toList();
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return to.peakBytes(raster, encoding);
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        return to.open(raster, encoding, memory);
    }
}
