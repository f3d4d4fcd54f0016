package dev.darkroom.spi.codec;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A provider that opens encoders. */
public interface EncoderProvider extends Provider {
    Set<Format> formats();

    /**
     * The raster layouts that the encoder accepts for this encoding, best first. The list always contains RGB. It contains RGBA if and only
     * if the format keeps alpha. The pixels of every layout are sRGB.
     */
    List<Layout> layouts(Encoding encoding);

    /**
     * The smallest allowed ratio of the source size to the variant size when a decoder decodes at a reduced size. The default is 1. An
     * encoder that keeps much detail returns more, because a source only slightly larger than the variant is resized twice, visibly.
     */
    default double minSourceScale(Encoding encoding) {
        return 1;
    }

    /** The memory in bytes that encoding such a raster charges to {@link Memory}, without the raster itself. */
    long peakBytes(RasterSpec raster, Encoding encoding);

    /** An estimate of the longest single call of such an encoder, usually the last one. Such a call cannot be cancelled. */
    default Duration longestStep(RasterSpec raster, Encoding encoding) {
        return Duration.ZERO;
    }

    /**
     * Opens an encoder for one raster. The caller closes it.
     *
     * @param raster the shape of the raster; its layout is one of {@link #layouts}
     * @param encoding the encoding; its format is resolved and one of {@link #formats}
     * @throws ImageException {@link dev.darkroom.core.Failure.Unsupported} when the format cannot store such a picture
     */
    Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException;
}
