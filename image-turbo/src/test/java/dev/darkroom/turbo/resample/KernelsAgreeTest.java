package dev.darkroom.turbo.resample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;
import dev.darkroom.core.Size;
import dev.darkroom.pipeline.resample.ScalarResamplerProvider;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.spi.codec.Resampler;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.spi.codec.Resize;
import dev.darkroom.testkit.CountingMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Compares the kernels on pictures of several blocks and strips, on and off the heap. The pictures of the contract test are smaller. */
@EnabledForJreRange(min = JRE.JAVA_25)
class KernelsAgreeTest {
    @RepeatedTest(150)
    void bothKernelsGiveOneResult(RepetitionInfo repetition) throws ImageException {
        Random random = new Random(repetition.getCurrentRepetition());
        Resize resize = resize(random);
        int rowsPerBand = 2 * (1 + random.nextInt(60));
        boolean onHeap = random.nextBoolean();
        Raster source = noise(resize.source(), onHeap, random);
        Raster scalar = run(new ScalarResamplerProvider(), resize, source, rowsPerBand, true);
        Raster vector = run(new VectorResamplerProvider(), resize, source, rowsPerBand, onHeap);
        for (int plane = 0; plane < scalar.planes().size(); plane++) {
            Plane one = scalar.plane(plane);
            Plane other = vector.plane(plane);
            for (int y = 0; y < one.rows(); y++) {
                for (int i = 0; i < one.rowBytes(); i++) {
                    int difference = level(one, y, i) - level(other, y, i);
                    assertThat(Math.abs(difference))
                            .as("difference in plane %d, row %d, byte %d of %s", plane, y, i, resize)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    private static Resize resize(Random random) {
        List<Layout> layouts =
                List.of(Layout.GRAY, Layout.RGB, Layout.RGBA, Layout.YCBCR_444, Layout.YCBCR_422, Layout.YCBCR_420);
        Layout layout = layouts.get(random.nextInt(layouts.size()));
        Size from = size(random, 700);
        Orientation orientation = Orientation.values()[random.nextInt(8)];
        boolean linearLight = !layout.isPlanar() && random.nextInt(4) == 0;
        return new Resize(
                RasterSpec.of(from, layout),
                Region.all(from),
                orientation,
                RasterSpec.of(size(random, 260), layout),
                linearLight);
    }

    /** A random size; small and large sizes are equally likely. */
    private static Size size(Random random, int most) {
        int side = random.nextBoolean() ? most : most / 10;
        return new Size(1 + random.nextInt(side), 1 + random.nextInt(side));
    }

    private static int level(Plane plane, int row, int at) {
        return plane.buffer().get(plane.rowStart(row) + at) & 0xFF;
    }

    private static Raster run(ResamplerProvider provider, Resize resize, Raster source, int rowsPerBand, boolean onHeap)
            throws ImageException {
        Raster target = Raster.allocate(resize.target(), memory(onHeap));
        CountingMemory granted = CountingMemory.limitedTo(provider.peakBytes(resize));
        Layout layout = resize.source().layout();
        try (Resampler resampler = provider.open(resize, target, granted)) {
            int height = resize.source().height();
            for (int top = 0; top < height; top += rowsPerBand) {
                int rows = Math.min(rowsPerBand, height - top);
                List<Plane> planes = new ArrayList<>();
                for (int plane = 0; plane < layout.planes(); plane++) {
                    planes.add(source.plane(plane).rows(top >> layout.shiftY(plane), layout.planeHeight(plane, rows)));
                }
                resampler.accept(new Band(resize.source(), top, rows, planes));
            }
            resampler.finish();
        }
        return target;
    }

    /** A raster of random samples. Alpha is at least 128, because the colours under an alpha near 0 are arbitrary. */
    private static Raster noise(RasterSpec spec, boolean onHeap, Random random) throws ImageException {
        Raster raster = Raster.allocate(spec, memory(onHeap));
        for (Plane plane : raster.planes()) {
            for (int at = 0; at < plane.stride() * plane.rows(); at++) {
                boolean alpha = spec.layout().hasAlpha() && at % 4 == 3;
                plane.buffer()
                        .put(plane.offset() + at, (byte) (alpha ? 128 + random.nextInt(128) : random.nextInt(256)));
            }
        }
        return raster;
    }

    private static Memory memory(boolean onHeap) {
        return onHeap ? CountingMemory.unlimited() : CountingMemory.direct();
    }
}
