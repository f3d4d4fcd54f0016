package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The tests that every decoder has to pass. */
public interface DecoderContract {
    DecoderProvider provider();

    /** Complete pictures by name, at least one for each format of the provider. */
    Map<String, Bytes> pictures() throws Exception;

    /** The format of all {@link #pictures}. */
    Format format();

    @Test
    default void theInfoIsWhatTheHeaderSays() throws Exception {
        for (Bytes picture : pictures().values()) {
            try (Decoder decoder = provider().open(format(), picture)) {
                assertThat(decoder.info()).isEqualTo(HeaderReader.read(format(), picture));
            }
        }
    }

    @Test
    default void everyRowOfTheReportedRasterComesOnceAndInOrder() throws Exception {
        for (Map.Entry<String, Bytes> picture : pictures().entrySet()) {
            try (Decoder decoder = provider().open(format(), picture.getValue())) {
                DecodeReport report = decoder.prepare(hint(decoder.info()));
                assertThat(decoder.info().stored().covers(report.raster().size()))
                        .isTrue();
                AtomicInteger rows = new AtomicInteger();
                decoder.decode(band -> checkBand(picture.getKey(), report, band, rows), CountingMemory.unlimited());
                assertThat(rows.get())
                        .as(picture.getKey())
                        .isEqualTo(report.raster().height());
            }
        }
    }

    @Test
    default void aWholePictureGivesNoWarnings() throws Exception {
        for (Map.Entry<String, Bytes> picture : pictures().entrySet()) {
            try (Decoder decoder = provider().open(format(), picture.getValue())) {
                decoder.prepare(hint(decoder.info()));
                decoder.decode(band -> {}, CountingMemory.unlimited());
                assertThat(decoder.warnings()).as(picture.getKey()).isEmpty();
            }
        }
    }

    @Test
    default void noMoreMemoryIsTakenThanReportedAndAllOfItIsGivenBack() throws Exception {
        for (Map.Entry<String, Bytes> picture : pictures().entrySet()) {
            Decoder decoder = provider().open(format(), picture.getValue());
            DecodeReport report = decoder.prepare(hint(decoder.info()));
            CountingMemory memory = CountingMemory.limitedTo(report.peakBytes());
            decoder.decode(band -> {}, memory);
            decoder.close();
            assertThat(memory.used()).as(picture.getKey()).isZero();
        }
    }

    @Test
    default void whatTheSinkThrowsPassesAndMemoryIsGivenBack() throws Exception {
        for (Bytes picture : pictures().values()) {
            CountingMemory memory = CountingMemory.unlimited();
            try (Decoder decoder = provider().open(format(), picture)) {
                decoder.prepare(hint(decoder.info()));
                assertThatThrownBy(() -> decoder.decode(
                                band -> {
                                    throw ImageException.stopped("enough");
                                },
                                memory))
                        .isInstanceOfSatisfying(
                                ImageException.class,
                                e -> assertThat(e.failure()).isEqualTo(new Failure.Stopped("enough")));
            }
            assertThat(memory.used()).isZero();
        }
    }

    @Test
    default void aPictureThatEndsEarlyIsNeverTakenForWhole() throws Exception {
        for (Map.Entry<String, Bytes> picture : pictures().entrySet()) {
            Bytes whole = picture.getValue();
            for (int cut :
                    new int[] {whole.length() / 10, whole.length() / 3, whole.length() * 2 / 3, whole.length() - 20}) {
                assertThatThrownBy(() -> decode(whole.slice(0, Math.max(0, cut))))
                        .as("%s cut to %d of %d bytes", picture.getKey(), cut, whole.length())
                        .isInstanceOf(ImageException.class);
            }
        }
    }

    @Test
    default void damagedBytesAreImageExceptionsOrPicturesAndNothingElse() throws Exception {
        Random random = new Random(7);
        for (Bytes whole : pictures().values()) {
            for (int i = 0; i < 60; i++) {
                byte[] damaged = whole.toArray();
                for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                try {
                    decode(Bytes.wrap(damaged));
                } catch (ImageException e) {
                    assertThat(e.failure().message()).isNotBlank();
                }
            }
        }
    }

    private void decode(Bytes bytes) throws ImageException {
        try (Decoder decoder = provider().open(format(), bytes)) {
            if (decoder.info().stored().pixels() > 10_000_000) {
                throw ImageException.unsupported("a damaged size that a pipeline's limits would reject");
            }
            DecodeReport report = decoder.prepare(hint(decoder.info()));
            decoder.decode(band -> {}, CountingMemory.limitedTo(report.peakBytes()));
        }
    }

    private static void checkBand(String name, DecodeReport report, Band band, AtomicInteger rows) {
        assertThat(band.raster()).as(name).isEqualTo(report.raster());
        assertThat(band.top()).as(name).isEqualTo(rows.get());
        assertThat(band.planes()).as(name).hasSize(report.raster().layout().planes());
        Layout layout = report.raster().layout();
        for (int index = 0; index < layout.planes(); index++) {
            Plane plane = band.planes().get(index);
            assertThat(plane.rows()).as(name).isEqualTo(layout.planeHeight(index, band.rows()));
            assertThat(plane.rowBytes())
                    .as(name)
                    .isEqualTo(layout.rowBytes(index, report.raster().width()));
        }
        rows.addAndGet(band.rows());
    }

    private static DecodeHint hint(ImageInfo info) {
        Size stored = info.stored();
        return new DecodeHint(stored, List.of(Layout.RGB, Layout.RGBA, Layout.GRAY));
    }
}
