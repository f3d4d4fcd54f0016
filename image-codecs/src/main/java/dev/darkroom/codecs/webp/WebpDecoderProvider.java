package dev.darkroom.codecs.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Set;

/**
 * Provides the WebP decoder on the bundled libwebp: lossy, lossless and alpha. For an animation, it decodes the first frame and composes it
 * on the canvas.
 */
public final class WebpDecoderProvider implements DecoderProvider {
    @Override
    public String name() {
        return "libwebp-jni";
    }

    @Override
    public Availability availability() {
        return LibWebp.availability();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.WEBP);
    }

    @Override
    public Decoder open(Format format, Bytes source) throws ImageException {
        return new WebpDecoder(source, HeaderReader.read(format, source));
    }
}
