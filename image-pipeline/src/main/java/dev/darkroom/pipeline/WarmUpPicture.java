package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;

/**
 * A synthetic picture for the warm-up. Its few rows are as long as those of a photograph, so that most sizings reduce it, but no step takes
 * long.
 */
final class WarmUpPicture {
    private static final Size SIZE = new Size(4100, 64);

    private WarmUpPicture() {}

    /**
     * Encodes the picture as JPEG.
     *
     * @throws ImageException when no JPEG encoder is available here
     */
    static Bytes jpeg(Registry registry) throws ImageException {
        EncoderProvider provider = registry.encoder(Format.JPEG);
        RasterSpec spec = RasterSpec.of(SIZE, Layout.RGB);
        long bytes = Raster.bytes(spec) + provider.peakBytes(spec, Encoding.jpeg());
        try (Memory memory = registry.memory().open(bytes);
                Raster raster = Raster.allocate(spec, memory);
                Encoder encoder = provider.open(spec, Encoding.jpeg(), memory)) {
            paint(raster.plane(0));
            encoder.accept(raster.asBand());
            return encoder.finish();
        }
    }

    /** Paints gradients with some noise, so that all kinds of DCT coefficients occur. */
    private static void paint(Plane plane) {
        byte[] row = new byte[plane.rowBytes()];
        int noise = 1;
        for (int y = 0; y < plane.rows(); y++) {
            for (int i = 0; i < row.length; i++) {
                noise = noise * 1_664_525 + 1_013_904_223;
                row[i] = (byte) (i / 50 + y + (noise >>> 28));
            }
            plane.writeRow(y, row, 0);
        }
    }
}
