package dev.darkroom.turbo.resample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;
import dev.darkroom.core.Size;
import dev.darkroom.pipeline.resample.ScalarResamplerProvider;
import dev.darkroom.spi.Band;
import dev.darkroom.spi.Layout;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.Plane;
import dev.darkroom.spi.Raster;
import dev.darkroom.spi.RasterSpec;
import dev.darkroom.spi.Resampler;
import dev.darkroom.spi.ResamplerProvider;
import dev.darkroom.spi.Resize;
import dev.darkroom.testkit.CountingMemory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Pictures of several blocks and strips, on and off the heap, which the contract's small ones are not. */
class KernelsAgreeTest {
    @Property(tries = 150)
    void bothKernelsGiveOneResult(
            @ForAll("resizes") Resize resize,
            @ForAll @IntRange(min = 1, max = 60) int pairsOfRows,
            @ForAll boolean onHeap,
            @ForAll long seed)
            throws ImageException {
        Assume.that(Runtime.version().feature() >= 25);
        Raster source = noise(resize.source(), onHeap, seed);
        Raster scalar = run(new ScalarResamplerProvider(), resize, source, 2 * pairsOfRows, true);
        Raster vector = run(new VectorResamplerProvider(), resize, source, 2 * pairsOfRows, onHeap);
        for (int plane = 0; plane < scalar.planes().size(); plane++) {
            Plane one = scalar.plane(plane);
            Plane other = vector.plane(plane);
            for (int y = 0; y < one.rows(); y++) {
                for (int i = 0; i < one.rowBytes(); i++) {
                    int difference = level(one, y, i) - level(other, y, i);
                    assertThat(Math.abs(difference))
                            .as("difference in plane %d, row %d, byte %d", plane, y, i)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Provide
    Arbitrary<Resize> resizes() {
        Arbitrary<Layout> layouts = Arbitraries.of(
                Layout.GRAY, Layout.RGB, Layout.RGBA, Layout.YCBCR_444, Layout.YCBCR_422, Layout.YCBCR_420);
        return Combinators.combine(sizes(1, 700), sizes(1, 260), layouts, Arbitraries.of(Orientation.values()))
                .as((from, to, layout, orientation) -> new Resize(
                        RasterSpec.of(from, layout), Region.all(from), orientation, RasterSpec.of(to, layout)));
    }

    private static Arbitrary<Size> sizes(int least, int most) {
        Arbitrary<Integer> side = Arbitraries.integers().between(least, most);
        return Combinators.combine(side, side).as(Size::new);
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

    /** Colours under an alpha near zero are as good as any. */
    private static Raster noise(RasterSpec spec, boolean onHeap, long seed) throws ImageException {
        Random random = new Random(seed);
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
        return onHeap ? CountingMemory.unlimited() : new OffHeap();
    }

    /** Buffers without an array. */
    private static final class OffHeap implements Memory {
        @Override
        public Block allocate(long bytes, int align) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(Math.toIntExact(bytes));
            return new Block() {
                @Override
                public ByteBuffer buffer() {
                    return buffer;
                }

                @Override
                public void close() {
                    // the collector's
                }
            };
        }

        @Override
        public Charge charge(long bytes) {
            return () -> {};
        }

        @Override
        public long used() {
            return 0;
        }

        @Override
        public long peak() {
            return 0;
        }

        @Override
        public void close() {
            // the collector's
        }
    }
}
