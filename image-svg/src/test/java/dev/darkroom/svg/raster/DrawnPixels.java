package dev.darkroom.svg.raster;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.CountingMemory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pixels that a decoder has drawn. */
public record DrawnPixels(Size size, byte[] rgba) {
    /** Draws an SVG with a longest side of at most {@code side}, as a pipeline does: with limits, and within the reported memory. */
    public static DrawnPixels draw(Bytes svg, int side) throws ImageException {
        try (Decoder decoder = new SvgDecoderProvider().open(Format.SVG, svg)) {
            Limits.untrusted().check(decoder.info());
            Size stored = decoder.info().stored();
            double scale = Math.min(1, side / (double) stored.longest());
            Size hint = new Size((int) Math.max(1, stored.width() * scale), (int) Math.max(1, stored.height() * scale));
            DecodeReport report = decoder.prepare(new DecodeHint(hint, List.of(Layout.RGBA)));
            Size size = report.raster().size();
            byte[] rgba = new byte[4 * size.width() * size.height()];
            decoder.decode(
                    band -> {
                        for (int y = 0; y < band.rows(); y++) {
                            band.plane().readRow(y, rgba, 4 * size.width() * (band.top() + y));
                        }
                    },
                    CountingMemory.limitedTo(report.peakBytes()));
            return new DrawnPixels(size, rgba);
        }
    }

    static DrawnPixels draw(String svg, int side) throws ImageException {
        return draw(Bytes.wrap(svg.getBytes(StandardCharsets.UTF_8)), side);
    }

    /** The pixel as RRGGBBAA in hexadecimal. */
    String at(int x, int y) {
        StringBuilder hex = new StringBuilder();
        for (int channel = 0; channel < 4; channel++) {
            hex.append(String.format("%02x", rgba[4 * (y * size.width() + x) + channel]));
        }
        return hex.toString();
    }
}
