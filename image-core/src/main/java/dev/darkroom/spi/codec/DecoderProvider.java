package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.Set;

/** Opens decoders. A provider is asked only for bytes whose signature says one of its formats. */
public interface DecoderProvider extends Provider {
    Set<Format> formats();

    /**
     * Reads no more than the header. The caller closes the decoder.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed} where even the header is broken
     */
    Decoder open(Format format, Bytes source) throws ImageException;
}
