package dev.darkroom.codecs.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Set;

/** Provides the GIF decoder, which decodes the first frame. */
public final class GifDecoderProvider implements DecoderProvider {
    @Override
    public String name() {
        return "gif";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.GIF);
    }

    @Override
    public Decoder open(Format format, Bytes source) throws ImageException {
        return new GifDecoder(source, HeaderReader.read(format, source));
    }
}
