package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.spi.codec.Resampler;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.spi.codec.Resize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tests that every resampler has to pass. */
public interface ResamplerContract {
    ResamplerProvider provider();

    @Test
    default void everyLayoutAgreesWithTheDefinitionWithinOneLevel() throws ImageException {
        Random random = new Random(1);
        for (Layout layout : List.of(
                Layout.GRAY,
                Layout.RGB,
                Layout.RGBA,
                Layout.YCBCR_444,
                Layout.YCBCR_422,
                Layout.YCBCR_420,
                Layout.YCBCR_440)) {
            for (int i = 0; i < 6; i++) {
                Size source = size(random, 70);
                Orientation orientation = Orientation.values()[random.nextInt(8)];
                Layout to = layout.isPlanar()
                        ? random.nextBoolean() ? Layout.YCBCR_420 : Layout.YCBCR_444.limited()
                        : layout;
                check(random, source, Region.all(source), layout, orientation, size(random, 50), to);
            }
        }
    }

    @Test
    default void partOfThePictureAgreesToo() throws ImageException {
        Random random = new Random(2);
        for (int i = 0; i < 12; i++) {
            Size source = size(random, 60);
            Region part = new Region(
                    source.width() * 0.3, source.height() * 0.2, source.width() * 0.45, source.height() * 0.55);
            Orientation orientation = Orientation.values()[random.nextInt(8)];
            check(random, source, part, Layout.RGB, orientation, size(random, 20), Layout.RGB);
        }
    }

    @Test
    default void linearLightAgreesWithTheDefinitionToo() throws ImageException {
        Random random = new Random(5);
        for (Layout layout : List.of(Layout.GRAY, Layout.RGB, Layout.RGBA)) {
            for (int i = 0; i < 6; i++) {
                RasterSpec from = RasterSpec.of(size(random, 70), layout);
                RasterSpec to = RasterSpec.of(size(random, 50), layout);
                Orientation orientation = Orientation.values()[random.nextInt(8)];
                check(random, new Resize(from, Region.all(from.size()), orientation, to, true));
            }
        }
    }

    @Test
    default void picturesOfOnePixelOrOneRowAreResizedLikeOthers() throws ImageException {
        Random random = new Random(3);
        for (Size source : List.of(new Size(1, 1), new Size(1, 40), new Size(40, 1), new Size(2, 2))) {
            for (Layout layout : List.of(Layout.RGB, Layout.YCBCR_420)) {
                check(random, source, Region.all(source), layout, Orientation.ROTATED_90, new Size(1, 1), layout);
            }
        }
    }

    @Test
    default void coloursOfTransparentPixelsDoNotShow() throws ImageException {
        RasterSpec spec = RasterSpec.of(new Size(40, 40), Layout.RGBA);
        Raster source = Raster.allocate(spec, CountingMemory.unlimited());
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                int at = source.plane(0).rowStart(y) + 4 * x;
                boolean opaque = (x / 5 + y / 5) % 2 == 0;
                source.plane(0).buffer().put(at + (opaque ? 1 : 0), (byte) 200);
                source.plane(0).buffer().put(at + 3, (byte) (opaque ? 255 : 0));
            }
        }
        Resize resize = new Resize(
                spec, Region.all(spec.size()), Orientation.NORMAL, RasterSpec.of(new Size(13, 13), Layout.RGBA));
        Raster target = run(resize, source, 7);
        for (int y = 0; y < 13; y++) {
            for (int x = 0; x < 13; x++) {
                assertThat(target.plane(0).buffer().get(target.plane(0).rowStart(y) + 4 * x) & 0xFF)
                        .as("red, which only transparent pixels have, at %d,%d", x, y)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    default void theWayBandsAreCutMakesNoDifference() throws ImageException {
        Random random = new Random(4);
        RasterSpec spec = RasterSpec.of(new Size(61, 53), Layout.YCBCR_420);
        Raster source = noise(spec, random);
        Resize resize = new Resize(
                spec,
                Region.all(spec.size()),
                Orientation.TRANSVERSED,
                RasterSpec.of(new Size(23, 29), Layout.YCBCR_420));
        Raster whole = run(resize, source, 53);
        for (int rows : new int[] {2, 8, 34}) {
            Raster cut = run(resize, source, rows);
            for (int plane = 0; plane < 3; plane++) {
                assertThat(cut.plane(plane).buffer())
                        .isEqualTo(whole.plane(plane).buffer());
            }
        }
    }

    private void check(
            Random random, Size size, Region region, Layout from, Orientation orientation, Size target, Layout to)
            throws ImageException {
        check(random, new Resize(RasterSpec.of(size, from), region, orientation, RasterSpec.of(target, to)));
    }

    private void check(Random random, Resize resize) throws ImageException {
        Raster source = noise(resize.source(), random);
        Raster made = run(resize, source, 6);
        ReferenceResize reference = new ReferenceResize(resize, source);
        Layout to = resize.target().layout();
        for (int plane = 0; plane < to.planes(); plane++) {
            Plane pixels = made.plane(plane);
            int channels = to.channelsPerPlane();
            for (int y = 0; y < pixels.rows(); y++) {
                for (int i = 0; i < pixels.rowBytes(); i++) {
                    int level = pixels.buffer().get(pixels.rowStart(y) + i) & 0xFF;
                    double exact = reference.level(i / channels, y, plane, i % channels);
                    assertThat(Math.abs(level - exact))
                            .as("plane %d, byte %d of row %d: %d for %f; %s", plane, i, y, level, exact, resize)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    /** Runs the resampler with bands that are overwritten after the call. Limits its memory to the reported bytes. */
    private Raster run(Resize resize, Raster source, int rowsPerBand) throws ImageException {
        long rasters = Raster.bytes(resize.target());
        CountingMemory memory = CountingMemory.limitedTo(rasters + provider().peakBytes(resize));
        Raster target = Raster.allocate(resize.target(), memory);
        try (Resampler resampler = provider().open(resize, target, memory)) {
            int height = resize.source().height();
            for (int top = 0; top < height; top += rowsPerBand) {
                int rows = Math.min(rowsPerBand, height - top);
                Raster copy = Raster.allocate(resize.source(), CountingMemory.unlimited());
                resampler.accept(new Band(resize.source(), top, rows, copied(source, copy, top, rows)));
                Arrays.fill(copy.plane(0).buffer().array(), (byte) 0x55);
            }
            resampler.finish();
        }
        assertThat(memory.used()).as("memory still charged after close").isEqualTo(rasters);
        return target;
    }

    private static List<Plane> copied(Raster source, Raster copy, int top, int rows) {
        Layout layout = source.spec().layout();
        List<Plane> planes = new ArrayList<>();
        for (int index = 0; index < layout.planes(); index++) {
            int first = top >> layout.shiftY(index);
            Plane from = source.plane(index).rows(first, layout.planeHeight(index, rows));
            Plane to = copy.plane(index).rows(first, from.rows());
            byte[] row = new byte[from.rowBytes()];
            for (int y = 0; y < from.rows(); y++) {
                from.readRow(y, row, 0);
                to.writeRow(y, row, 0);
            }
            planes.add(to);
        }
        return planes;
    }

    /** Creates uniform noise. Alpha is at least 128, because very low alpha makes an 8-bit colour imprecise. */
    private static Raster noise(RasterSpec spec, Random random) throws ImageException {
        Raster raster = Raster.allocate(spec, CountingMemory.unlimited());
        for (Plane plane : raster.planes()) {
            for (int y = 0; y < plane.rows(); y++) {
                for (int i = 0; i < plane.rowBytes(); i++) {
                    boolean alpha = spec.layout().hasAlpha() && i % 4 == 3;
                    plane.buffer().put(plane.rowStart(y) + i, (byte)
                            (alpha ? 128 + random.nextInt(128) : random.nextInt(256)));
                }
            }
        }
        return raster;
    }

    private static Size size(Random random, int most) {
        return new Size(1 + random.nextInt(most), 1 + random.nextInt(most));
    }
}
