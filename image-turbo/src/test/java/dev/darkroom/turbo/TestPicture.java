package dev.darkroom.turbo;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Whole pictures in tests: painted, encoded, decoded and compared. */
public final class TestPicture {
    private TestPicture() {}

    /** A raster like a photograph: smooth, with edges and some noise. RGB or gray. */
    public static Raster photo(int width, int height, Layout layout) throws ImageException {
        Random random = new Random(width * 31L + height);
        Raster raster = Raster.allocate(RasterSpec.of(new Size(width, height), layout), CountingMemory.unlimited());
        Plane plane = raster.plane(0);
        int channels = layout.channelsPerPlane();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean disc = Math.hypot(x - width * 0.6, y - height * 0.4) < Math.min(width, height) * 0.25;
                int grain = random.nextInt(5);
                for (int c = 0; c < channels; c++) {
                    double wave = 110 + 60 * Math.sin((x * (c + 1) + y * 2.0) / 23) + (disc ? 40 - 20 * c : 0);
                    int value = c == 3 ? x * 255 / Math.max(1, width - 1) : (int) wave + grain;
                    plane.buffer().put(plane.rowStart(y) + x * channels + c, (byte) Math.max(0, Math.min(255, value)));
                }
            }
        }
        return raster;
    }

    /** Converts RGB with JFIF's matrix. A chroma sample is the mean of the pixels that share it. */
    public static Raster ycbcr(Raster rgb, Layout layout) throws ImageException {
        Raster raster = Raster.allocate(rgb.spec().withLayout(layout), CountingMemory.unlimited());
        for (int index = 0; index < 3; index++) {
            Plane plane = raster.plane(index);
            int across = 1 << layout.shiftX(index);
            int down = 1 << layout.shiftY(index);
            for (int y = 0; y < plane.rows(); y++) {
                for (int x = 0; x < plane.rowBytes(); x++) {
                    double sum = 0;
                    for (int i = 0; i < across * down; i++) {
                        int column = Math.min(rgb.spec().width() - 1, x * across + i % across);
                        int row = Math.min(rgb.spec().height() - 1, y * down + i / across);
                        sum += ycbcr(rgb.plane(0), column, row, index);
                    }
                    plane.buffer().put(plane.rowStart(y) + x, (byte) Math.round(sum / (across * down)));
                }
            }
        }
        return raster;
    }

    private static double ycbcr(Plane rgb, int x, int y, int index) {
        int at = rgb.rowStart(y) + 3 * x;
        double r = rgb.buffer().get(at) & 0xFF;
        double g = rgb.buffer().get(at + 1) & 0xFF;
        double b = rgb.buffer().get(at + 2) & 0xFF;
        double luma = 0.299 * r + 0.587 * g + 0.114 * b;
        return index == 0 ? luma : 128 + (index == 1 ? (b - luma) / 1.772 : (r - luma) / 1.402);
    }

    /** A raster with one value in every sample of a plane. */
    public static Raster flat(RasterSpec spec, int... values) throws ImageException {
        Raster raster = Raster.allocate(spec, CountingMemory.unlimited());
        for (int index = 0; index < raster.planes().size(); index++) {
            Plane plane = raster.plane(index);
            for (int y = 0; y < plane.rows(); y++) {
                for (int i = 0; i < plane.rowBytes(); i++) {
                    plane.buffer().put(plane.rowStart(y) + i, (byte) values[index]);
                }
            }
        }
        return raster;
    }

    /** The raster as a binary PPM or PGM file. */
    public static byte[] pnm(Raster raster) {
        Plane plane = raster.plane(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String magic = raster.spec().layout().equals(Layout.GRAY) ? "P5" : "P6";
        String header =
                magic + "\n" + raster.spec().width() + " " + raster.spec().height() + "\n255\n";
        out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(samples(raster, 0));
        return out.toByteArray();
    }

    /** Rows of a plane without padding. */
    public static byte[] samples(Raster raster, int index) {
        Plane plane = raster.plane(index);
        byte[] samples = new byte[plane.rowBytes() * plane.rows()];
        for (int y = 0; y < plane.rows(); y++) {
            plane.readRow(y, samples, y * plane.rowBytes());
        }
        return samples;
    }

    public static Bytes encode(EncoderProvider provider, Raster raster, Encoding encoding) throws ImageException {
        CountingMemory memory = CountingMemory.limitedTo(provider.peakBytes(raster.spec(), encoding));
        try (Encoder encoder = provider.open(raster.spec(), encoding, memory)) {
            encoder.accept(raster.asBand());
            return encoder.finish();
        }
    }

    /** Decodes a file at its stored size. */
    public static Raster decode(DecoderProvider provider, Bytes file, Layout... wanted) throws ImageException {
        return decode(provider, file, null, wanted);
    }

    public static Raster decode(DecoderProvider provider, Bytes file, Size atLeast, Layout... wanted)
            throws ImageException {
        Format format = provider.formats().iterator().next();
        try (Decoder decoder = provider.open(format, file)) {
            Size size = atLeast == null ? decoder.info().stored() : atLeast;
            DecodeReport report = decoder.prepare(new DecodeHint(size, List.of(wanted)));
            Raster raster = Raster.allocate(report.raster(), CountingMemory.unlimited());
            decoder.decode(band -> put(band, raster), CountingMemory.limitedTo(report.peakBytes()));
            return raster;
        }
    }

    private static void put(Band band, Raster raster) {
        Layout layout = band.raster().layout();
        for (int index = 0; index < band.planes().size(); index++) {
            Plane from = band.planes().get(index);
            Plane to = raster.plane(index);
            byte[] row = new byte[from.rowBytes()];
            for (int y = 0; y < from.rows(); y++) {
                from.readRow(y, row, 0);
                to.writeRow((band.top() >> layout.shiftY(index)) + y, row, 0);
            }
        }
    }

    /** Peak signal-to-noise ratio in dB; infinite if they are equal. */
    public static double psnr(byte[] one, byte[] other) {
        if (one.length != other.length) {
            throw new AssertionError(one.length + " against " + other.length + " samples");
        }
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = (one[i] & 0xFF) - (other[i] & 0xFF);
            sum += difference * difference;
        }
        return 10 * Math.log10(255.0 * 255.0 * one.length / sum);
    }
}
