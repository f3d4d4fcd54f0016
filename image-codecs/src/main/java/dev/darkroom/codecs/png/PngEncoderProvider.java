package dev.darkroom.codecs.png;

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

/**
 * Provides the PNG encoder. It writes a palette PNG if that is exact and smaller, otherwise gray, RGB or RGBA with 8 bits for each channel. The
 * file contains only chunks that the pixels need.
 */
public final class PngEncoderProvider implements EncoderProvider {
    @Override
    public String name() {
        return "png";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.PNG);
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return List.of(Layout.RGBA, Layout.RGB, Layout.GRAY);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return PngEncoder.bytes(raster, PngSettings.of(encoding));
    }

    @Override
    public Duration longestStep(RasterSpec raster, Encoding encoding) {
        return PngEncoder.longestStep(raster);
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        return new PngEncoder(raster, PngSettings.of(encoding), memory);
    }
}
