/** Raster codecs and rewriters for JPEG, PNG, GIF and WebP that run on any Java 17. */
module dev.darkroom.codecs {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;
    requires java.desktop;
    requires com.drew.metadata;
    requires webp.imageio;

    provides dev.darkroom.spi.codec.DecoderProvider with
            dev.darkroom.codecs.gif.GifDecoderProvider,
            dev.darkroom.codecs.jpeg.JpegDecoderProvider,
            dev.darkroom.codecs.png.PngDecoderProvider,
            dev.darkroom.codecs.webp.WebpDecoderProvider;
    provides dev.darkroom.spi.codec.EncoderProvider with
            dev.darkroom.codecs.jpeg.JpegEncoderProvider,
            dev.darkroom.codecs.png.PngEncoderProvider,
            dev.darkroom.codecs.webp.WebpEncoderProvider;
    provides dev.darkroom.spi.codec.Rewriter with
            dev.darkroom.codecs.rewrite.PortableRewriter;
    provides dev.darkroom.spi.codec.Inspector with
            dev.darkroom.codecs.metadata.MetadataInspector;
}
