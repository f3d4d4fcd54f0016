package dev.darkroom.spi.codec;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Opens encoders. */
public interface EncoderProvider extends Provider {
    Set<Format> formats();

    /**
     * The layouts that can be encoded so, the best first. Always has RGB, has RGBA exactly if the format keeps alpha, and never colours
     * other than sRGB.
     */
    List<Layout> layouts(Encoding encoding);

    /**
     * How many times larger than the variant its source has to be at least for this encoding, where a decoder may shrink as it decodes: 1
     * unless the encoder keeps so much detail that a source hardly larger, and so resized twice, shows.
     */
    default double minSourceScale(Encoding encoding) {
        return 1;
    }

    /** What encoding such a raster takes from {@link Memory} beside the raster. */
    long peakBytes(RasterSpec raster, Encoding encoding);

    /** An estimate of the longest that one call of such an encoder takes, most often the last; nobody can end it sooner. */
    default Duration longestStep(RasterSpec raster, Encoding encoding) {
        return Duration.ZERO;
    }

    /**
     * @param raster its layout is one of {@link #layouts}
     * @param encoding its format is settled and one of {@link #formats}
     * @throws ImageException {@link dev.darkroom.core.Failure.Unsupported} when the format cannot hold such a picture
     */
    Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException;
}
