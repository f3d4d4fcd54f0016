package dev.darkroom.codecs.webp;

import dev.darkroom.codecs.BandBuilder;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.webp.Vp8lCodes;
import dev.darkroom.core.header.webp.WebpCompleteness;
import dev.darkroom.core.header.webp.WebpPicture;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes the whole picture at once with libwebp. Libwebp receives only the chunks of the picture, without ICC profile and metadata. */
final class WebpDecoder implements Decoder {
    /** The array that libwebp decodes into. */
    private static final int BYTES_PER_PIXEL = 4;
    /** Bytes of the intermediate buffer that libwebp uses for VP8L and for ALPH chunks. */
    private static final int LOSSLESS_BYTES_PER_PIXEL = 5;
    /** Bytes that the VP8 decoder keeps for each column: a few rows of samples, and a record for each macroblock. */
    private static final long BYTES_PER_COLUMN = 256;

    private static final long FIXED_BYTES = 1024 * 1024;
    private static final long NANOS_PER_PIXEL = 40;
    /** Time to build the tables of one group of prefix codes. */
    private static final long NANOS_PER_GROUP = 100_000;

    private final Bytes source;
    private final ImageInfo info;
    private @Nullable WebpPicture picture;
    private long codeBytes;
    private List<String> warnings = List.of();

    WebpDecoder(Bytes source, ImageInfo info) {
        this.source = source;
        this.info = info;
    }

    @Override
    public ImageInfo info() {
        return info;
    }

    @Override
    public DecodeReport prepare(DecodeHint hint) throws ImageException {
        LibWebp.require();
        WebpPicture read = WebpPicture.read(source, info.stored());
        Vp8lCodes codes = read.codes(source);
        picture = read;
        warnings = WebpCompleteness.warnings(source);
        codeBytes = codes.bytes();
        RasterSpec spec = spec();
        Duration step = Duration.ofNanos(1 + NANOS_PER_PIXEL * read.size().pixels() + NANOS_PER_GROUP * codes.groups());
        return new DecodeReport(spec, foreignBytes(read) + BandBuilder.bytes(spec) + rowBytes(spec), step);
    }

    @Override
    @SuppressWarnings("try") // the charge is only held
    public void decode(BandSink sink, Memory memory) throws ImageException {
        WebpPicture read = picture;
        if (read == null) {
            throw new IllegalStateException("prepare was not called");
        }
        RasterSpec spec = spec();
        try (Memory.Charge foreign = memory.charge(foreignBytes(read) + rowBytes(spec))) {
            int[] pixels = LibWebp.decode(read.file(source));
            if (pixels == null || pixels.length != read.size().pixels()) {
                throw ImageException.malformed("this WebP is truncated or damaged: libwebp cannot decode it");
            }
            try (BandBuilder bands = BandBuilder.open(spec, sink, memory)) {
                compose(read, pixels, bands, spec);
                bands.finish();
            }
        }
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        picture = null;
    }

    /** Pixels that the first frame does not cover are transparent, as in browsers. The background colour is ignored. */
    private static void compose(WebpPicture read, int[] pixels, BandBuilder bands, RasterSpec spec)
            throws ImageException {
        int channels = spec.layout().channelsPerPlane();
        byte[] row = new byte[spec.width() * channels];
        for (int y = 0; y < spec.height(); y++) {
            Arrays.fill(row, (byte) 0);
            int inside = y - read.top();
            if (inside >= 0 && inside < read.size().height()) {
                unpack(
                        pixels,
                        inside * read.size().width(),
                        read.size().width(),
                        row,
                        read.left() * channels,
                        channels);
            }
            bands.accept(row, 0);
        }
    }

    private static void unpack(int[] pixels, int from, int count, byte[] row, int offset, int channels) {
        for (int x = 0, out = offset; x < count; x++, out += channels) {
            int pixel = pixels[from + x];
            row[out] = (byte) (pixel >> 16);
            row[out + 1] = (byte) (pixel >> 8);
            row[out + 2] = (byte) pixel;
            if (channels == 4) {
                row[out + 3] = (byte) (pixel >>> 24);
            }
        }
    }

    private RasterSpec spec() {
        return new RasterSpec(info.stored(), info.alpha() ? Layout.RGBA : Layout.RGB, info.color());
    }

    private static long rowBytes(RasterSpec spec) {
        return spec.layout().rowBytes(0, spec.width());
    }

    /**
     * Bytes that libwebp and the file copies take. The file is held three times: each chunk while it is read, all chunks as written, and
     * the result.
     */
    private long foreignBytes(WebpPicture read) {
        boolean lossless = read.isLossless() || read.alpha() != null;
        int perPixel = BYTES_PER_PIXEL + (lossless ? LOSSLESS_BYTES_PER_PIXEL : 0);
        long columns = BYTES_PER_COLUMN * read.size().width();
        return FIXED_BYTES + columns + read.size().pixels() * perPixel + 3 * read.fileBytes() + codeBytes;
    }
}
