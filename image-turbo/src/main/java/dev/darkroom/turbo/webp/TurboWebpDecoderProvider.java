package dev.darkroom.turbo.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Set;

/**
 * Provides the libwebp decoder. It decodes lossy and lossless WebP, with or without alpha. It decodes an animation as its first frame, if
 * that frame fills the canvas.
 */
public final class TurboWebpDecoderProvider implements DecoderProvider {
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
    public Decoder open(Format format, Bytes source) throws ImageException {
        return LibWebpAccess.decoder(source, HeaderReader.read(format, source));
    }
}
