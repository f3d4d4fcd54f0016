package dev.darkroom.bench.jmh;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.RasterSpec;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Decodes a JPEG at full size and for a variant of 1200 pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DecodeBenchmark {
    @Param("")
    public String provider;

    @Param({"RGB", "YCBCR_420"})
    public String layout;

    @Param("3000")
    public int width;

    private DecoderProvider decoder;
    private Layout wanted;
    private Bytes jpeg;
    private Size full;

    @Setup
    public void paint() throws IOException {
        decoder = Photograph.decoder(provider);
        wanted = layout.equals("RGB") ? Layout.RGB : Layout.YCBCR_420;
        jpeg = Photograph.jpeg(width, width * 4 / 3);
        full = new Size(width * 4 / 3, width);
    }

    @Benchmark
    public RasterSpec whole() throws ImageException {
        return Photograph.decode(decoder, jpeg, full, wanted, band -> {});
    }

    @Benchmark
    public RasterSpec for1200() throws ImageException {
        return Photograph.decode(decoder, jpeg, new Size(1200, 900), wanted, band -> {});
    }
}
