package dev.darkroom.svg.raster;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.svg.SvgHeader;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Set;

/** Provides an SVG decoder on jsvg. It draws at any size up to the intrinsic size. The SVG is sanitized before it is drawn. */
public final class SvgDecoderProvider implements DecoderProvider {
    @Override
    public String name() {
        return "jsvg";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.SVG);
    }

    @Override
    public Decoder open(Format format, Bytes source) throws ImageException {
        return new SvgDecoder(source, SvgHeader.read(source));
    }
}
