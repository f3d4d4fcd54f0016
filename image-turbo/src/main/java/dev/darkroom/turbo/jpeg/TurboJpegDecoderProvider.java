package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Set;

/**
 * Provides the libjpeg-turbo decoder. It decodes baseline, extended and progressive JPEG, with Huffman or arithmetic coding, in gray, YCbCr
 * or RGB of 8 bits.
 */
public final class TurboJpegDecoderProvider implements DecoderProvider {
    @Override
    public String name() {
        return "turbo-jpeg";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Availability availability() {
        return TurboJpegAccess.availability();
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.JPEG);
    }

    @Override
    public Decoder open(Format format, Bytes source) throws ImageException {
        return TurboJpegAccess.decoder(source, HeaderReader.read(format, source));
    }
}
