package dev.darkroom.codecs.gif;

import dev.darkroom.codecs.BandBuilder;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.gif.GifCompleteness;
import dev.darkroom.core.header.gif.GifImage;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the first image of a GIF onto an empty canvas, a few rows at a time. Pixels that the image does not cover are transparent, or
 * black if the file has no transparent colour. The background colour of the logical screen is not drawn; viewers and libvips do not draw it
 * either.
 */
final class GifDecoder implements Decoder {
    private static final long NANOS_PER_PIXEL = 12;
    private static final long TABLE_BYTES = 256 * 4;

    private final Bytes source;
    private final ImageInfo info;
    private final RasterSpec spec;
    private @Nullable GifFrame frame;
    private List<String> warnings = List.of();

    GifDecoder(Bytes source, ImageInfo info) {
        this.source = source;
        this.info = info;
        this.spec = new RasterSpec(info.stored(), info.alpha() ? Layout.RGBA : Layout.RGB, info.color());
    }

    @Override
    public ImageInfo info() {
        return info;
    }

    @Override
    public DecodeReport prepare(DecodeHint hint) throws ImageException {
        GifFrame first = GifFrame.first(source);
        if (GifIndexRows.blockBytes(first.image()) > Integer.MAX_VALUE - 8) {
            throw ImageException.unsupported(
                    "this interlaced GIF of " + info.stored() + " is too large to be held at once");
        }
        frame = first;
        boolean atOnce = first.image().interlaced();
        long nanos = spec.size().pixels() * NANOS_PER_PIXEL;
        long step = atOnce ? nanos : nanos * BandBuilder.rowsPerBand(spec) / spec.height();
        long peak = fixedBytes(first.image()) + GifIndexRows.blockBytes(first.image()) + BandBuilder.bytes(spec);
        return new DecodeReport(spec, peak, Duration.ofNanos(Math.max(1, step)));
    }

    @Override
    @SuppressWarnings("try") // the charge is only held
    public void decode(BandSink sink, Memory memory) throws ImageException {
        GifFrame first = frame;
        if (first == null) {
            throw new IllegalStateException("prepare was not called");
        }
        try (Memory.Charge charge = memory.charge(fixedBytes(first.image()));
                GifIndexRows rows = GifIndexRows.open(
                        first.image(), new GifLzwDecoder(source, first.image().dataStart()), memory);
                BandBuilder bands = BandBuilder.open(spec, sink, memory)) {
            warnings = new ArrayList<>(GifCompleteness.warnings(source));
            draw(first, rows, bands);
            bands.finish();
        }
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        frame = null;
    }

    private void draw(GifFrame first, GifIndexRows rows, BandBuilder bands) throws ImageException {
        GifImage image = first.image();
        int channels = spec.layout().channelsPerPlane();
        byte[] line = new byte[spec.width() * channels];
        boolean whole = true;
        for (int y = 0; y < spec.height(); y++) {
            Arrays.fill(line, (byte) 0);
            if (y >= image.top() && y < image.top() + image.height()) {
                int count = rows.next();
                if (count == 0 && y == image.top() && image.width() > 0) {
                    throw ImageException.malformed("the first picture of this GIF holds no pixels");
                }
                whole &= count == image.width();
                paint(rows.row(), count, first.colors(), line, image.left() * channels, channels);
            }
            bands.accept(line, 0);
        }
        if (!whole) {
            warnings.add("the first frame of this GIF ends before its last pixel; the missing ones are left free");
        }
    }

    private static void paint(byte[] row, int count, int[] colors, byte[] line, int offset, int channels) {
        int at = offset;
        for (int x = 0; x < count; x++) {
            int color = colors[row[x] & 0xFF];
            line[at] = (byte) (color >> 16);
            line[at + 1] = (byte) (color >> 8);
            line[at + 2] = (byte) color;
            if (channels == 4) {
                line[at + 3] = (byte) (color >>> 24);
            }
            at += channels;
        }
    }

    private long fixedBytes(GifImage image) {
        long line = (long) spec.width() * spec.layout().channelsPerPlane();
        return GifLzwDecoder.BYTES + TABLE_BYTES + image.width() + line;
    }
}
