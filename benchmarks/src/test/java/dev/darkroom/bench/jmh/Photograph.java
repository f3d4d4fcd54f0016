package dev.darkroom.bench.jmh;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/** A generated photograph, encoded and decoded. */
final class Photograph {
    private Photograph() {}

    static Bytes jpeg(int width, int height) throws IOException {
        return Bytes.wrap(GeneratedPhoto.jpeg(width, height));
    }

    static DecoderProvider decoder(String name) {
        return AvailableProviders.first(
                ServiceLoader.load(DecoderProvider.class),
                name,
                each -> each.formats().contains(Format.JPEG));
    }

    /** Decodes as a job that needs at least {@code atLeast} in this layout. Returns the decoded raster's specification. */
    static RasterSpec decode(DecoderProvider provider, Bytes jpeg, Size atLeast, Layout layout, BandSink sink)
            throws ImageException {
        try (Decoder decoder = provider.open(Format.JPEG, jpeg)) {
            RasterSpec raster =
                    decoder.prepare(new DecodeHint(atLeast, List.of(layout))).raster();
            decoder.decode(sink, CountingMemory.unlimited());
            return raster;
        }
    }

    /** The photograph as an sRGB raster, in the layout that its decoder chooses if this one is requested. */
    static Raster raster(int width, int height, Layout layout) throws IOException, ImageException {
        Bytes jpeg = jpeg(width, height);
        Size stored = new Size(height, width);
        RasterSpec[] spec = new RasterSpec[1];
        Raster[] raster = new Raster[1];
        decode(decoder(""), jpeg, stored, layout, band -> {
            if (raster[0] == null) {
                spec[0] = RasterSpec.of(band.raster().size(), band.raster().layout());
                raster[0] = Raster.allocate(spec[0], CountingMemory.unlimited());
            }
            for (int plane = 0; plane < band.planes().size(); plane++) {
                copy(
                        band.planes().get(plane),
                        raster[0].plane(plane),
                        band.top() >> spec[0].layout().shiftY(plane));
            }
        });
        return raster[0];
    }

    private static void copy(Plane from, Plane to, int top) {
        byte[] row = new byte[from.rowBytes()];
        for (int y = 0; y < from.rows(); y++) {
            from.readRow(y, row, 0);
            to.writeRow(top + y, row, 0);
        }
    }
}
