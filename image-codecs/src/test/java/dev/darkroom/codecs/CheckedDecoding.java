package dev.darkroom.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.CountingMemory;
import java.util.List;

/** Decodes a file as a pipeline does, and checks the decoder against its report. */
public final class CheckedDecoding {
    private static final DecodeHint HINT = new DecodeHint(Size.of(1, 1), List.of(Layout.RGB, Layout.RGBA, Layout.GRAY));

    private CheckedDecoding() {}

    public static Pixels decode(DecoderProvider provider, byte[] file) throws ImageException {
        return decode(provider, Bytes.copyOf(file));
    }

    public static Pixels decode(DecoderProvider provider, Bytes file) throws ImageException {
        Format format = provider.formats().iterator().next();
        CountingMemory memory = CountingMemory.unlimited();
        try (Decoder decoder = provider.open(format, file)) {
            Limits.untrusted().check(decoder.info());
            DecodeReport report = decoder.prepare(HINT);
            assertThat(report.raster().size()).isEqualTo(decoder.info().stored());
            assertThat(report.longestStep()).isPositive();
            int channels = report.raster().layout().channelsPerPlane();
            Pixels pixels =
                    Pixels.empty(report.raster().width(), report.raster().height(), channels);
            int[] next = {0};
            decoder.decode(
                    band -> {
                        assertThat(band.raster()).isEqualTo(report.raster());
                        assertThat(band.top()).as("bands have no gaps").isEqualTo(next[0]);
                        next[0] += band.rows();
                        copy(band, pixels);
                    },
                    memory);
            assertThat(next[0]).as("rows").isEqualTo(pixels.height());
            assertThat(memory.peak()).as("peak memory").isLessThanOrEqualTo(report.peakBytes());
            assertThat(memory.used()).as("memory given back").isZero();
            return pixels;
        } finally {
            memory.close();
        }
    }

    private static void copy(Band band, Pixels pixels) {
        int rowBytes = pixels.width() * pixels.channels();
        for (int y = 0; y < band.rows(); y++) {
            band.plane().readRow(y, pixels.samples(), (band.top() + y) * rowBytes);
        }
    }
}
