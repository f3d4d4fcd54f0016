package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Set;

/** JPEG with libjpeg-turbo: baseline, extended and progressive, Huffman and arithmetic coding; gray, YCbCr and RGB; 8 bit. */
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
