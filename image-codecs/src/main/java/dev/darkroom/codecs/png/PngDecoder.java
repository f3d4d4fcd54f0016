package dev.darkroom.codecs.png;

import dev.darkroom.codecs.BandBuilder;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.png.PngHeader;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes PNG. Memory covers a few rows, or the whole raster for an interlaced picture. The JDK's own reader is not used, because it
 * ignores tRNS of gray and RGB pictures, applies gamma to some gray pictures, truncates 16-bit samples and fails on metadata that does not
 * affect the pixels.
 */
final class PngDecoder implements Decoder {
    private static final long NANOS_PER_PIXEL = 40;

    private final Bytes source;
    private final PngHeader header;
    private final ImageInfo info;
    private final List<String> warnings = new ArrayList<>();
    private @Nullable PngImage image;

    PngDecoder(Bytes source) throws ImageException {
        this.source = source;
        this.header = PngHeader.read(source);
        this.info = header.info();
    }

    @Override
    public ImageInfo info() {
        return info;
    }

    @Override
    public DecodeReport prepare(DecodeHint hint) throws ImageException {
        PngImage read = PngImage.of(header);
        RasterSpec spec = spec(read);
        if (read.interlaced() && spec.bytes() > Integer.MAX_VALUE / 2) {
            throw ImageException.unsupported(
                    "this interlaced PNG of " + read.size() + " is too large to be held at once");
        }
        image = read;
        long whole = spec.size().pixels() * NANOS_PER_PIXEL;
        long step = read.interlaced() ? whole : whole * BandBuilder.rowsPerBand(spec) / spec.height();
        return new DecodeReport(spec, rowBytes(read) + pixelBytes(read, spec), Duration.ofNanos(step));
    }

    @Override
    @SuppressWarnings("try") // the charge is only held
    public void decode(BandSink sink, Memory memory) throws ImageException {
        PngImage read = image;
        if (read == null) {
            throw new IllegalStateException("prepare was not called");
        }
        try (Memory.Charge charge = memory.charge(rowBytes(read));
                IdatInflater data = new IdatInflater(source, read.firstIdat())) {
            if (read.interlaced()) {
                interlaced(read, data, sink, memory);
            } else {
                sequential(read, data, sink, memory);
            }
        }
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        image = null;
    }

    private void sequential(PngImage read, IdatInflater data, BandSink sink, Memory memory) throws ImageException {
        int width = read.size().width();
        PngRows rows = new PngRows(read, width, data);
        PngPixels pixels = new PngPixels(read);
        byte[] row = new byte[width * pixels.channels()];
        try (BandBuilder bands = BandBuilder.open(spec(read), sink, memory)) {
            for (int y = 0; y < read.size().height(); y++) {
                pixels.convert(rows.next(), width, row, 0, 1);
                bands.accept(row, 0);
            }
            warnings.addAll(data.finish());
            bands.finish();
        }
    }

    private void interlaced(PngImage read, IdatInflater data, BandSink sink, Memory memory) throws ImageException {
        try (Raster raster = Raster.allocate(spec(read), memory)) {
            PngPixels pixels = new PngPixels(read);
            Plane plane = raster.plane(0);
            byte[] row = new byte[read.size().width() * pixels.channels()];
            for (Adam7 pass : Adam7.values()) {
                int width = pass.width(read.size().width());
                int height = width == 0 ? 0 : pass.height(read.size().height());
                PngRows rows = new PngRows(read, width, data);
                for (int y = 0; y < height; y++) {
                    int to = pass.top() + y * pass.stepY();
                    plane.readRow(to, row, 0);
                    pixels.convert(rows.next(), width, row, pass.left() * pixels.channels(), pass.stepX());
                    plane.writeRow(to, row, 0);
                }
            }
            warnings.addAll(data.finish());
            sink.accept(raster.asBand());
        }
    }

    private RasterSpec spec(PngImage read) {
        return new RasterSpec(read.size(), read.layout(), info.color());
    }

    private static long rowBytes(PngImage read) {
        long converted = (long) read.size().width() * read.layout().channelsPerPlane();
        return PngRows.bytes(read) + converted + IdatInflater.FOREIGN_BYTES;
    }

    private static long pixelBytes(PngImage read, RasterSpec spec) {
        return read.interlaced() ? Raster.bytes(spec) : BandBuilder.bytes(spec);
    }
}
