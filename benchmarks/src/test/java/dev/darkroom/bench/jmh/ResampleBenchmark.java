package dev.darkroom.bench.jmh;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.spi.codec.Resampler;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.spi.codec.Resize;
import dev.darkroom.testkit.CountingMemory;
import java.io.IOException;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Runs only a resampling kernel: it shrinks a photograph, upright and turned. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ResampleBenchmark {
    @Param("")
    public String provider;

    @Param({"RGB", "GRAY"})
    public String layout;

    @Param({"NORMAL", "ROTATED_90"})
    public Orientation orientation;

    @Param({"0.6", "0.1"})
    public double factor;

    @Param("3000")
    public int width;

    private ResamplerProvider kernel;
    private Resize resize;
    private Raster source;
    private Raster target;

    @Setup
    public void paint() throws IOException, ImageException {
        kernel = AvailableProviders.first(ServiceLoader.load(ResamplerProvider.class), provider, each -> true);
        source = Photograph.raster(width, width * 4 / 3, Layout.RGB);
        if (layout.equals("GRAY")) {
            source = red(source);
        }
        RasterSpec from = source.spec();
        Size stored = new Size((int) (from.width() * factor), (int) (from.height() * factor));
        target = Raster.allocate(from.withSize(orientation.apply(stored)), CountingMemory.unlimited());
        resize = new Resize(from, new Region(0, 0, from.width(), from.height()), orientation, target.spec());
    }

    @Benchmark
    public Raster resample() throws ImageException {
        try (Resampler open = kernel.open(resize, target, CountingMemory.unlimited())) {
            open.accept(source.asBand());
            open.finish();
        }
        return target;
    }

    private static Raster red(Raster rgb) throws ImageException {
        Raster gray = Raster.allocate(rgb.spec().withLayout(Layout.GRAY), CountingMemory.unlimited());
        for (int y = 0; y < rgb.spec().height(); y++) {
            for (int x = 0; x < rgb.spec().width(); x++) {
                byte level = rgb.plane(0).buffer().get(rgb.plane(0).rowStart(y) + 3 * x);
                gray.plane(0).buffer().put(gray.plane(0).rowStart(y) + x, level);
            }
        }
        return gray;
    }
}
