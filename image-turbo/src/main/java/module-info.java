/**
 * The fast lane: libjpeg-turbo and libwebp through Java 22's foreign function API, resampling on Java 25's Vector API. On an older Java its
 * providers say so.
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
