package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Set;

/**
 * Provides a JPEG decoder on the JDK's reader. It decodes 8-bit baseline, extended and progressive JPEG in gray, YCbCr, RGB, CMYK and YCCK.
 */
public final class JpegDecoderProvider implements DecoderProvider {
    @Override
    public String name() {
        return "jdk-jpeg";
    }

    @Override
    public Availability availability() {
        return JdkJpeg.lack().map(Availability::unavailable).orElseGet(Availability::available);
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.JPEG);
    }

    @Override
    public Decoder open(Format format, Bytes source) throws ImageException {
        return new JpegDecoder(source, HeaderReader.read(format, source));
    }
}
