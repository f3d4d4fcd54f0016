package dev.darkroom.bench.leak;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.List;
import java.util.Set;

/** Provides a JPEG encoder that allocates memory and then fails at its first band. */
final class FailingJpegEncoder implements EncoderProvider {
    private static final int BYTES = 64 * 1024;

    @Override
    public String name() {
        return "breaking";
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
        return BYTES;
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        Memory.Block block = memory.allocate(BYTES, 64);
        return new Encoder() {
            @Override
            public void accept(Band band) throws ImageException {
                throw ImageException.defect("the encoder failed on purpose", null);
            }

            @Override
            public Bytes finish() {
                return Bytes.empty();
            }

            @Override
            public void close() {
                block.close();
            }
        };
    }
}
