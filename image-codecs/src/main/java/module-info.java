/** Raster codecs and rewriters that run on any Java 17: JPEG, PNG, GIF and WebP. */
module dev.darkroom.codecs {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;
    requires java.desktop;
    requires com.twelvemonkeys.imageio.jpeg;
    requires com.twelvemonkeys.imageio.webp;
}
