package dev.darkroom.codecs.jpeg;

import dev.darkroom.codecs.BandBuilder;
import dev.darkroom.codecs.ThirdPartyCall;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.jpeg.JpegCodingSegments;
import dev.darkroom.core.jpeg.JpegCompleteness;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JPEG at full size to gray, to RGB, or to YCbCr planes if the caller accepts planes. Memory covers a few rows; for a picture with
 * collected scans it also covers the coefficients of all scans. CMYK and YCCK pictures are held as a whole.
 */
final class JpegDecoder implements Decoder {
    /** Tables and buffers of libjpeg and the JDK's reader. */
    private static final long FIXED_BYTES = 512 * 1024;
    /**
     * Rows of samples that libjpeg keeps for each component: an MCU row of at most 32 rows, decoded and upsampled, and its context rows.
     */
    private static final int ROWS_KEPT = 96;

    private static final int COEFFICIENT_BYTES_PER_BLOCK = 128;
    private static final long NANOS_PER_BLOCK_AND_RENDERING = 500;

    private final Bytes source;
    private final ImageInfo info;
    private @Nullable JpegCodingSegments coding;
    private @Nullable RasterSpec raster;
    private List<String> warnings = List.of();

    JpegDecoder(Bytes source, ImageInfo info) {
        this.source = source;
        this.info = info;
    }

    @Override
    public ImageInfo info() {
        return info;
    }

    @Override
    public DecodeReport prepare(DecodeHint hint) throws ImageException {
        JpegCodingSegments segments = JpegCodingSegments.read(source);
        if (segments.frame().isArithmetic() && !ArithmeticCodingSupport.isSupported()) {
            throw ImageException.unsupported("this JPEG uses arithmetic coding, which this JDK's reader does not have");
        }
        boolean four = segments.inks().areFour();
        if (four) {
            CmykToSrgb.requireRepresentable(segments.size());
        }
        Layout layout = layout(segments, hint.layouts());
        RasterSpec spec = new RasterSpec(segments.size(), layout, four ? ColorEncoding.SRGB : info.color());
        coding = layout.isPlanar() ? segments.unconverted() : segments;
        raster = spec;
        warnings = segments.endIsMissing() ? List.of(JpegCompleteness.END_IS_MISSING) : List.of();
        return new DecodeReport(spec, BandBuilder.bytes(spec) + foreignBytes(segments), longestStep(segments, spec));
    }

    /** Libjpeg upsamples chroma to luma resolution. This decoder chooses whether libjpeg also converts to RGB. */
    private static Layout layout(JpegCodingSegments segments, List<Layout> wanted) {
        return switch (segments.inks()) {
            case GRAY -> Layout.GRAY;
            case YCBCR ->
                wanted.stream().anyMatch(Layout::isPlanar) && YcbcrSupport.areHad() ? Layout.YCBCR_444 : Layout.RGB;
            default -> Layout.RGB;
        };
    }

    @Override
    @SuppressWarnings("try") // the charge is only held
    public void decode(BandSink sink, Memory memory) throws ImageException {
        JpegCodingSegments segments = coding;
        RasterSpec spec = raster;
        if (segments == null || spec == null) {
            throw new IllegalStateException("prepare was not called");
        }
        try (Memory.Charge foreign = memory.charge(foreignBytes(segments));
                BandBuilder rows = BandBuilder.open(spec, sink, memory)) {
            JpegWarnings warned = new JpegWarnings();
            ThirdPartyCall.run("this JPEG", () -> read(segments, spec, rows, warned));
            if (warned.any() || segments.endIsMissing()) {
                JpegCompleteness.require(source, foreignBytes(segments));
            }
            rows.finish();
        }
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        coding = null;
    }

    private void read(JpegCodingSegments segments, RasterSpec spec, BandBuilder rows, JpegWarnings warnings)
            throws IOException, ImageException {
        ImageReader reader = JdkJpeg.newReader();
        try {
            reader.addIIOReadWarningListener(warnings);
            reader.setInput(new ConcatenatedInput(segments.parts()), true, true);
            if (segments.inks().areFour()) {
                CmykToSrgb.convert(reader.readRaster(0, null), segments, info.color(), rows);
            } else {
                ImageReadParam param = reader.getDefaultReadParam();
                int channels = spec.layout().equals(Layout.GRAY) ? 1 : 3;
                param.setDestination(RowForwardingRaster.image(spec.size(), channels, renderings(segments), rows));
                reader.read(0, param);
            }
        } finally {
            reader.dispose();
        }
    }

    /**
     * Number of times the JDK's reader renders the picture and delivers every row: once after each scan. The reader has no setting to
     * render the last scan only. Its "source progressive passes" setting makes it treat the first scans as the final ones.
     */
    private static int renderings(JpegCodingSegments segments) {
        return segments.isCollected() ? segments.scans() : 1;
    }

    private static long foreignBytes(JpegCodingSegments segments) {
        long rows =
                (long) segments.frame().width() * segments.frame().components().size() * ROWS_KEPT;
        long coefficients = segments.isCollected() ? segments.blocks() * COEFFICIENT_BYTES_PER_BLOCK : 0;
        long pixels = segments.inks().areFour() ? CmykToSrgb.bytes(segments.size()) : 0;
        return FIXED_BYTES + rows + coefficients + pixels;
    }

    private static Duration longestStep(JpegCodingSegments segments, RasterSpec spec) {
        long whole = segments.blocks() * NANOS_PER_BLOCK_AND_RENDERING * renderings(segments);
        boolean atOnce = segments.isCollected() || segments.inks().areFour() || segments.endIsMissing();
        return Duration.ofNanos(atOnce ? whole : whole * BandBuilder.rowsPerBand(spec) / spec.height());
    }
}
