package dev.darkroom.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;

/** Encodes a picture as a pipeline does, in bands of seven rows, and checks the encoder against its report. */
public final class CheckedEncoding {
    private static final int ROWS = 7;

    private CheckedEncoding() {}

    public static byte[] encode(EncoderProvider provider, Pixels pixels, Encoding encoding) throws ImageException {
        Layout layout = pixels.channels() == 1 ? Layout.GRAY : pixels.channels() == 3 ? Layout.RGB : Layout.RGBA;
        assertThat(provider.layouts(encoding)).contains(layout);
        RasterSpec spec = RasterSpec.of(Size.of(pixels.width(), pixels.height()), layout);
        CountingMemory encoderMemory = CountingMemory.unlimited();
        try (Raster raster = Raster.allocate(spec, CountingMemory.unlimited())) {
            for (int y = 0; y < pixels.height(); y++) {
                raster.plane(0).writeRow(y, pixels.samples(), y * pixels.width() * pixels.channels());
            }
            Bytes encoded;
            try (Encoder encoder = provider.open(spec, encoding, encoderMemory)) {
                for (int top = 0; top < pixels.height(); top += ROWS) {
                    int rows = Math.min(ROWS, pixels.height() - top);
                    encoder.accept(new dev.darkroom.spi.codec.Band(
                            spec, top, rows, java.util.List.of(raster.plane(0).rows(top, rows))));
                }
                encoded = encoder.finish();
            }
            assertThat(encoderMemory.peak()).isLessThanOrEqualTo(provider.peakBytes(spec, encoding));
            assertThat(encoderMemory.used()).isZero();
            return encoded.toArray();
        } finally {
            encoderMemory.close();
        }
    }
}
