/**
 * Native codecs: libjpeg-turbo and libwebp through the foreign function API of Java 22, and a resampler on the Vector API of Java 25. On an
 * older Java the providers report that they are unavailable.
 */
module dev.darkroom.turbo {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;

    provides dev.darkroom.spi.codec.DecoderProvider with
            dev.darkroom.turbo.jpeg.TurboJpegDecoderProvider,
            dev.darkroom.turbo.webp.TurboWebpDecoderProvider;
    provides dev.darkroom.spi.codec.EncoderProvider with
            dev.darkroom.turbo.jpeg.TurboJpegEncoderProvider,
            dev.darkroom.turbo.webp.TurboWebpEncoderProvider;
    provides dev.darkroom.spi.codec.MemoryProvider with
            dev.darkroom.turbo.memory.NativeMemoryProvider;
    provides dev.darkroom.spi.codec.ResamplerProvider with
            dev.darkroom.turbo.resample.VectorResamplerProvider;
}
