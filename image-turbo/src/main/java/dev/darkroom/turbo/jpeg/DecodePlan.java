package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.jpeg.JpegCodingSegments;
import dev.darkroom.core.header.jpeg.JpegFrame;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import java.util.List;

/**
 * The output raster and the scale at which one JPEG is decoded.
 *
 * @param denominator 1, 2, 4 or 8; width and height are divided by it and rounded up
 */
record DecodePlan(JpegCodingSegments coding, RasterSpec raster, int denominator) {
    /** The limit that libjpeg-turbo's own programs use; encoders write about ten scans. */
    private static final int MOST_SCANS = 500;

    /** Memory for tables, buffers and the handle. */
    private static final long FIXED_BYTES = 512 * 1024;
    /** Rows of samples that libjpeg keeps of each component: an MCU row of at most 32, decoded and upsampled, and its context. */
    private static final int ROWS_KEPT = 96;

    private static final int COEFFICIENT_BYTES_PER_BLOCK = 128;
    private static final long NANOS_PER_BLOCK = 300;
    private static final long NANOS_PER_BLOCK_AND_SCAN = 150;

    /**
     * @throws ImageException unsupported if another decoder has to decode the file
     */
    static DecodePlan of(JpegCodingSegments coding, ImageInfo info, DecodeHint hint) throws ImageException {
        if (coding.inks().areFour()) {
            throw ImageException.unsupported("libjpeg-turbo does not convert a JPEG with four inks to RGB");
        }
        if (coding.scans() > MOST_SCANS) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.COMPLEXITY, "limit of scans in a JPEG", coding.scans(), MOST_SCANS);
        }
        int denominator = 8;
        while (denominator > 1 && !scaled(coding.size(), denominator).covers(hint.atLeast())) {
            denominator /= 2;
        }
        Layout layout = layout(coding, hint.layouts());
        RasterSpec raster = new RasterSpec(scaled(coding.size(), denominator), layout, info.color());
        return new DecodePlan(coding, raster, denominator);
    }

    /** Bytes that libjpeg-turbo allocates itself. */
    long foreignBytes() {
        JpegFrame frame = coding.frame();
        long rows = (long) frame.width() * frame.components().size() * ROWS_KEPT;
        long coefficients = coding.isCollected() ? coding.blocks() * COEFFICIENT_BYTES_PER_BLOCK : 0;
        return FIXED_BYTES + rows + coefficients;
    }

    Duration longestStep() {
        long scans = coding.isCollected() ? coding.scans() * NANOS_PER_BLOCK_AND_SCAN : 0;
        long check = coding.endIsMissing() ? NANOS_PER_BLOCK : 0;
        return Duration.ofNanos(coding.blocks() * (NANOS_PER_BLOCK + scans + check));
    }

    private static Size scaled(Size size, int denominator) {
        return new Size(
                (size.width() + denominator - 1) / denominator, (size.height() + denominator - 1) / denominator);
    }

    /** The file's own layout if the caller accepts any planar layout, because resizing planes costs less than resizing RGB. */
    private static Layout layout(JpegCodingSegments coding, List<Layout> wanted) {
        Layout own = coding.ownLayout();
        return own.equals(Layout.GRAY) || wanted.stream().anyMatch(Layout::isPlanar) ? own : Layout.RGB;
    }
}
