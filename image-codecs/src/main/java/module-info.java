/** Raster codecs and rewriters that run on any Java 17: JPEG, PNG, GIF and WebP. */
module dev.darkroom.codecs {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;
    requires java.desktop;
    requires com.twelvemonkeys.imageio.jpeg;
    requires com.twelvemonkeys.imageio.webp;
    requires com.drew.metadata;

    provides dev.darkroom.spi.Rewriter with
            dev.darkroom.codecs.rewrite.PortableRewriter;
    provides dev.darkroom.spi.Inspector with
            dev.darkroom.codecs.rewrite.MetadataInspector;
}
