package dev.darkroom.codecs.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Set;

/** Provides the PNG decoder for every colour type, bit depth and interlacing. */
public final class PngDecoderProvider implements DecoderProvider {
    @Override
    public String name() {
        return "png";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.PNG);
    }

    @Override
    public Decoder open(Format format, Bytes source) throws ImageException {
        return new PngDecoder(source);
    }
}
