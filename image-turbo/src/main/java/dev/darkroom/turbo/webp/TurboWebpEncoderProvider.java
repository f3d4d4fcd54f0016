package dev.darkroom.turbo.webp;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.webp.WebpSettings;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Provides the libwebp encoder: lossy WebP from YCbCr planes or from RGB, and lossless WebP. */
public final class TurboWebpEncoderProvider implements EncoderProvider {
    /** Longest side in pixels (RFC 9649, section 2.5). */
    private static final int LONGEST_SIDE = 16_383;

    /**
     * Smallest factor by which a decoded picture should be larger than its target. With less, a photograph that was decoded at half its
     * size loses 0.01 of SSIM at quality 80.
     */
    private static final double HEADROOM = 1.1;

    /** Lowest effort with headroom. Lower efforts lose more detail anyway and are chosen for speed. */
    private static final int FIRST_WITH_HEADROOM = 3;

    @Override
    public String name() {
        return "turbo-webp";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Availability availability() {
        return LibWebpAccess.availability();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.WEBP);
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return encoding.lossless()
                ? List.of(Layout.RGB, Layout.RGBA)
                : List.of(Layout.YCBCR_420.limited(), Layout.RGB, Layout.RGBA);
    }

    @Override
    public double minSourceScale(Encoding encoding) {
        return encoding.lossless() || encoding.effort() >= FIRST_WITH_HEADROOM ? HEADROOM : 1;
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return LibWebpAccess.encodingBytes(raster, encoding);
    }

    @Override
    public Duration longestStep(RasterSpec raster, Encoding encoding) {
        return WebpSettings.of(encoding).time(raster.size());
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        if (raster.size().longest() > LONGEST_SIDE) {
            throw ImageException.unsupported(
                    "WebP holds at most " + LONGEST_SIDE + " pixels a side, and this picture is " + raster.size()
                            + "; encode it smaller, or as JPEG or PNG");
        }
        return LibWebpAccess.encoder(raster, encoding, memory);
    }
}
