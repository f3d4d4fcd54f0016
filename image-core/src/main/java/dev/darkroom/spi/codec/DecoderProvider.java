package dev.darkroom.spi.codec;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.Set;

/** A provider that opens decoders. The caller passes only bytes whose signature belongs to one of the provider's formats. */
public interface DecoderProvider extends Provider {
    Set<Format> formats();

    /**
     * Opens a decoder and reads at most the header. The caller closes the decoder.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed} when the header is already invalid
     */
    Decoder open(Format format, Bytes source) throws ImageException;
}
