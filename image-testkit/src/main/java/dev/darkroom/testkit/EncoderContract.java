package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests that every encoder has to pass. */
public interface EncoderContract {
    EncoderProvider provider();

    /** All encodings to test, with resolved formats. */
    List<Encoding> encodings();

    @Test
    default void rgbIsAlwaysTakenAndAlphaWhereTheFormatKeepsIt() {
        for (Encoding encoding : encodings()) {
            List<Layout> layouts = provider().layouts(encoding);
            assertThat(layouts).contains(Layout.RGB).doesNotHaveDuplicates();
            assertThat(layouts.contains(Layout.RGBA))
                    .as(encoding.toString())
                    .isEqualTo(encoding.format().orElseThrow() != Format.JPEG);
        }
    }

    @Test
    default void theFileSaysItsFormatAndSizeAndNothingOfOrientation() throws ImageException {
        for (Encoding encoding : encodings()) {
            for (Layout layout : provider().layouts(encoding)) {
                for (Size size : List.of(new Size(1, 1), new Size(17, 31), new Size(64, 48))) {
                    Bytes file = encode(encoding, RasterSpec.of(size, layout), 16);
                    Format format = encoding.format().orElseThrow();
                    assertThat(Signature.of(file)).contains(format);
                    ImageInfo info = HeaderReader.read(format, file);
                    assertThat(info.stored()).isEqualTo(size);
                    assertThat(info.orientation()).isEqualTo(Orientation.NORMAL);
                    assertThat(info.frames()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    default void theWayBandsAreCutMakesNoDifference() throws ImageException {
        for (Encoding encoding : encodings()) {
            for (Layout layout : provider().layouts(encoding)) {
                RasterSpec spec = RasterSpec.of(new Size(53, 47), layout);
                assertThat(encode(encoding, spec, 2)).isEqualTo(encode(encoding, spec, 47));
            }
        }
    }

    /** Encodes a smooth picture in bands of this many rows, within the reported memory. Checks that all memory is freed. */
    private Bytes encode(Encoding encoding, RasterSpec spec, int rowsPerBand) throws ImageException {
        CountingMemory memory = CountingMemory.limitedTo(provider().peakBytes(spec, encoding));
        Raster raster = picture(spec);
        Bytes file;
        try (Encoder encoder = provider().open(spec, encoding, memory)) {
            for (int top = 0; top < spec.height(); top += rowsPerBand) {
                encoder.accept(band(raster, top, Math.min(rowsPerBand, spec.height() - top)));
            }
            file = encoder.finish();
        }
        assertThat(memory.used()).isZero();
        return file;
    }

    private static Raster picture(RasterSpec spec) throws ImageException {
        Raster raster = Raster.allocate(spec, CountingMemory.unlimited());
        for (Plane plane : raster.planes()) {
            for (int y = 0; y < plane.rows(); y++) {
                for (int i = 0; i < plane.rowBytes(); i++) {
                    plane.buffer().put(plane.rowStart(y) + i, (byte) (40 + 2 * y + i % 7 * 20));
                }
            }
        }
        return raster;
    }

    private static Band band(Raster raster, int top, int rows) {
        Layout layout = raster.spec().layout();
        List<Plane> planes = new ArrayList<>();
        for (int index = 0; index < layout.planes(); index++) {
            planes.add(raster.plane(index).rows(top >> layout.shiftY(index), layout.planeHeight(index, rows)));
        }
        return new Band(raster.spec(), top, rows, planes);
    }
}
