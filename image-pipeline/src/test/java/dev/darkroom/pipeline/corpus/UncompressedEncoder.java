package dev.darkroom.pipeline.corpus;

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
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Replaces the PNG encoder for renditions at full size, because their compression would take most of the time of the test. It returns the
 * pixels that it is given as {@link VipsPixels}. All other renditions go to the encoder that is found.
 */
final class UncompressedEncoder implements EncoderProvider {
    static final Encoding PLAIN = Encoding.png().effort(0).lossless(true);

    private final EncoderProvider png = ServiceLoader.load(EncoderProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.formats().contains(Format.PNG))
            .findFirst()
            .orElseThrow();

    @Override
    public String name() {
        return "plain-pixels";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.PNG);
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return png.layouts(encoding);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return isPlain(encoding) ? 0 : png.peakBytes(raster, encoding);
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        return isPlain(encoding) ? new RawEncoder(raster) : png.open(raster, encoding, memory);
    }

    /** Whether an encoding is {@link #PLAIN}, resolved for any source. */
    private static boolean isPlain(Encoding encoding) {
        return encoding.effort() == PLAIN.effort() && encoding.lossless();
    }

    private static final class RawEncoder implements Encoder {
        private final byte[] file;
        private final int rowBytes;

        RawEncoder(RasterSpec raster) {
            int bands = raster.layout().channelsPerPlane();
            rowBytes = raster.width() * bands;
            file = VipsPixels.header(raster.width(), raster.height(), bands, rowBytes * raster.height());
        }

        @Override
        public void accept(Band band) {
            for (int y = 0; y < band.rows(); y++) {
                band.plane().readRow(y, file, VipsPixels.HEADER_BYTES + (band.top() + y) * rowBytes);
            }
        }

        @Override
        public Bytes finish() {
            return Bytes.wrap(file);
        }

        @Override
        public void close() {}
    }
}
