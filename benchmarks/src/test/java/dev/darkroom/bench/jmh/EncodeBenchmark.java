package dev.darkroom.bench.jmh;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Raster;
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

/** Encodes pixels to a file at quality 80. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EncodeBenchmark {
    @Param("")
    public String provider;

    @Param({"JPEG", "WEBP", "PNG"})
    public Format format;

    @Param("900")
    public int width;

    private EncoderProvider encoder;
    private Encoding encoding;
    private Raster raster;

    @Setup
    public void paint() throws IOException, ImageException {
        encoder = AvailableProviders.first(
                ServiceLoader.load(EncoderProvider.class),
                provider,
                each -> each.formats().contains(format));
        encoding = switch (format) {
            case JPEG -> Encoding.jpeg();
            case WEBP -> Encoding.webp();
            default -> Encoding.png();
        };
        raster = Photograph.raster(width, width * 4 / 3, Layout.RGB);
    }

    @Benchmark
    public Bytes encode() throws ImageException {
        try (Encoder open = encoder.open(raster.spec(), encoding, CountingMemory.unlimited())) {
            open.accept(raster.asBand());
            return open.finish();
        }
    }
}
