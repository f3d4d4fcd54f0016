package dev.darkroom.bench.soak;

import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.MemoryProvider;
import dev.darkroom.spi.codec.Provider;
import dev.darkroom.spi.codec.Providers;
import dev.darkroom.spi.codec.ResamplerProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The two families of codecs, which run side by side in one process. */
enum SoakCodecs {
    PORTABLE,
    /** All codecs of the class path; those of image-turbo are preferred. */
    FAST_LANE;

    PipelineBuilder builder() {
        PipelineBuilder builder = Pipeline.builder();
        if (this == PORTABLE) {
            for (Provider provider : portable()) {
                builder = builder.register(provider);
            }
        }
        return builder;
    }

    private static List<Provider> portable() {
        List<Provider> all = new ArrayList<>();
        all.addAll(Providers.load(ServiceLoader.load(DecoderProvider.class), broken -> {}));
        all.addAll(Providers.load(ServiceLoader.load(EncoderProvider.class), broken -> {}));
        all.addAll(Providers.load(ServiceLoader.load(MemoryProvider.class), broken -> {}));
        all.addAll(Providers.load(ServiceLoader.load(ResamplerProvider.class), broken -> {}));
        all.removeIf(provider -> provider.getClass().getName().startsWith("dev.darkroom.turbo."));
        all.sort(Comparator.comparingInt(Provider::priority).reversed().thenComparing(Provider::name));
        return all;
    }
}
