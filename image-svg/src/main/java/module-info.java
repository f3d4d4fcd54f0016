/** An SVG sanitizer, and an SVG rasterizer for previews. */
module dev.darkroom.svg {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;
    requires java.desktop;
    requires java.xml;
    requires com.github.weisj.jsvg;

    uses dev.darkroom.spi.codec.DecoderProvider;
    uses dev.darkroom.spi.codec.Rewriter;

    provides dev.darkroom.spi.codec.DecoderProvider with
            dev.darkroom.svg.raster.SvgDecoderProvider;
    provides dev.darkroom.spi.codec.Rewriter with
            dev.darkroom.svg.SvgSanitizer;
    provides com.github.weisj.jsvg.logging.LogManager with
            dev.darkroom.svg.raster.SilentLogging;
}
