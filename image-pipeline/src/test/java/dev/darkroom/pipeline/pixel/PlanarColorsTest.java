package dev.darkroom.pipeline.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.color.ColorTransform;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** YCbCr pictures in Display P3, compared with the same colours converted as RGB. */
class PlanarColorsTest {
    /** In levels. RGB is rounded before its colours are converted, so half a level can become more than one. */
    private static final double TOLERANCE = 2;

    private static final ColorEncoding P3 = new ColorEncoding.Cicp(12, 13);

    @Property(tries = 500)
    void a_flat_colour_is_what_it_is_as_rgb_whatever_the_layout_and_size(
            @ForAll("layouts") Layout layout,
            @ForAll @IntRange(min = 1, max = 19) int width,
            @ForAll @IntRange(min = 1, max = 7) int height,
            @ForAll @IntRange(min = 40, max = 215) int red,
            @ForAll @IntRange(min = 40, max = 215) int green,
            @ForAll @IntRange(min = 40, max = 215) int blue)
            throws ImageException {
        double[] before = ycbcr(layout.range(), red, green, blue);
        Raster raster = raster(layout, width, height);
        for (int plane = 0; plane < 3; plane++) {
            before[plane] = Math.rint(before[plane]);
            fill(raster.plane(plane), (int) before[plane]);
        }

        convert(raster);

        byte[] rgb = rgb(layout.range(), before);
        ColorTransform.from(P3, 3).transform().apply(rgb, 0, 1, 3);
        double[] after = ycbcr(layout.range(), rgb[0] & 0xFF, rgb[1] & 0xFF, rgb[2] & 0xFF);
        for (int plane = 0; plane < 3; plane++) {
            for (int level : levels(raster.plane(plane))) {
                assertThat((double) level)
                        .as("plane %d", plane)
                        .isBetween(after[plane] - TOLERANCE, after[plane] + TOLERANCE);
            }
        }
    }

    @Test
    void chroma_that_changes_from_sample_to_sample_stays_where_it_was() throws ImageException {
        Raster raster = raster(Layout.YCBCR_420, 33, 21);
        fill(raster.plane(0), 120);
        fill(raster.plane(1), 128);
        ramp(raster.plane(2), 100, 4);
        double middleBefore = levels(raster.plane(2)).get(5 * 17 + 8);

        convert(raster);

        List<Integer> cr = levels(raster.plane(2));
        for (int row = 0; row < 11; row++) {
            for (int x = 1; x < 17; x++) {
                assertThat(cr.get(row * 17 + x)).isGreaterThan(cr.get(row * 17 + x - 1));
            }
            assertThat(cr.subList(row * 17, row * 17 + 17)).isEqualTo(cr.subList(0, 17));
        }
        // P3's red is more saturated than sRGB's, so differences from gray increase in both directions.
        assertThat((double) cr.get(5 * 17 + 8)).isBetween(middleBefore, middleBefore + 4);
        assertThat(cr.get(0)).isLessThan(100);
    }

    @Test
    void a_step_between_chroma_rows_is_not_smeared_beyond_its_neighbours() throws ImageException {
        Raster raster = raster(Layout.YCBCR_420, 8, 16);
        fill(raster.plane(0), 128);
        fill(raster.plane(1), 128);
        Plane cr = raster.plane(2);
        for (int row = 0; row < cr.rows(); row++) {
            fill(cr.rows(row, 1), row < 4 ? 100 : 156);
        }

        convert(raster);

        List<Integer> levels = levels(cr);
        assertThat(levels.subList(0, 12)).containsOnly(levels.get(0));
        assertThat(levels.subList(20, 32)).containsOnly(levels.get(31));
        assertThat(levels.get(0)).isLessThan(levels.get(31) - 50);
    }

    @Provide
    static Arbitrary<Layout> layouts() {
        return Arbitraries.of(Layout.YCBCR_444, Layout.YCBCR_422, Layout.YCBCR_420, Layout.YCBCR_440)
                .flatMap(layout -> Arbitraries.of(layout, layout.limited()));
    }

    private static Raster raster(Layout layout, int width, int height) throws ImageException {
        return Raster.allocate(new RasterSpec(new Size(width, height), layout, P3), CountingMemory.unlimited());
    }

    private static void convert(Raster raster) throws ImageException {
        ToSrgb.of(raster.spec(), ColorModel.RGB, warning -> {
                    throw new AssertionError(warning);
                })
                .convert(raster, Deadline.after(Duration.ofMinutes(10)));
    }

    /** ITU-R BT.601, in double precision. */
    private static double[] ycbcr(Layout.Range range, int red, int green, int blue) {
        double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
        double cb = (blue - luma) / 1.772;
        double cr = (red - luma) / 1.402;
        return range == Layout.Range.FULL
                ? new double[] {luma, 128 + cb, 128 + cr}
                : new double[] {16 + luma * 219 / 255, 128 + cb * 224 / 255, 128 + cr * 224 / 255};
    }

    private static byte[] rgb(Layout.Range range, double[] ycbcr) {
        boolean full = range == Layout.Range.FULL;
        double luma = full ? ycbcr[0] : (ycbcr[0] - 16) * 255 / 219;
        double cb = (ycbcr[1] - 128) * (full ? 1 : 255 / 224.0);
        double cr = (ycbcr[2] - 128) * (full ? 1 : 255 / 224.0);
        double red = luma + 1.402 * cr;
        double blue = luma + 1.772 * cb;
        return new byte[] {level(red), level((luma - 0.299 * red - 0.114 * blue) / 0.587), level(blue)};
    }

    private static byte level(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static void fill(Plane plane, int level) {
        ramp(plane, level, 0);
    }

    private static void ramp(Plane plane, int first, int step) {
        byte[] row = new byte[plane.rowBytes()];
        for (int x = 0; x < row.length; x++) {
            row[x] = (byte) (first + step * x);
        }
        for (int y = 0; y < plane.rows(); y++) {
            plane.writeRow(y, row, 0);
        }
    }

    private static List<Integer> levels(Plane plane) {
        List<Integer> levels = new ArrayList<>();
        byte[] row = new byte[plane.rowBytes()];
        for (int y = 0; y < plane.rows(); y++) {
            plane.readRow(y, row, 0);
            for (byte level : row) {
                levels.add(level & 0xFF);
            }
        }
        return levels;
    }
}
