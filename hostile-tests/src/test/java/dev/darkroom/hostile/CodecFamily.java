package dev.darkroom.hostile;

import dev.darkroom.core.Format;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.pipeline.PipelineBuilder;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Inspector;
import dev.darkroom.spi.codec.MemoryProvider;
import dev.darkroom.spi.codec.Provider;
import dev.darkroom.spi.codec.Providers;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.spi.codec.Rewriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The two families of codecs, which run side by side in one process. */
public enum CodecFamily {
    /** The portable codecs, which run on any Java 17. */
    PORTABLE,
    /** All codecs that the service loader finds; those of image-turbo are preferred. */
    FAST_LANE;

    private static final String FAST_LANE_PACKAGE = "dev.darkroom.turbo";

    /**
     * Makes a pipeline builder with the codecs, memory and resampler of this family.
     *
     * @param before providers that are preferred to those of the family
     */
    public PipelineBuilder builder(Provider... before) {
        PipelineBuilder builder = Pipeline.builder();
        for (Provider provider : before) {
            builder = builder.register(provider);
        }
        if (this == PORTABLE) {
            for (Provider provider : portable()) {
                builder = builder.register(provider);
            }
        }
        return builder;
    }

    /** The memory provider for the pixels of this family's jobs. */
    public MemoryProvider memory() {
        return found(MemoryProvider.class, ServiceLoader.load(MemoryProvider.class)).stream()
                .filter(provider -> provider.availability().isAvailable())
                .filter(provider -> this == FAST_LANE || !isFast(provider))
                .max(Comparator.comparingInt(Provider::priority))
                .orElseThrow();
    }

    /** The reason why this family cannot run here, as text for the log; empty if it can run. */
    public Optional<String> absence() {
        if (this == PORTABLE) {
            return Optional.empty();
        }
        for (DecoderProvider provider : found(DecoderProvider.class, ServiceLoader.load(DecoderProvider.class))) {
            if (isFast(provider) && provider.formats().contains(Format.JPEG)) {
                return provider.availability() instanceof Availability.Unavailable absent
                        ? Optional.of("image-turbo cannot run here: " + absent.reason())
                        : Optional.empty();
            }
        }
        return Optional.of("image-turbo is not on the class path");
    }

    /** The families that can run here. */
    public static List<CodecFamily> present() {
        return Arrays.stream(values())
                .filter(family -> family.absence().isEmpty())
                .toList();
    }

    /** The portable providers, in the order of the registry without image-turbo. */
    private static List<Provider> portable() {
        List<Provider> all = new ArrayList<>();
        all.addAll(found(DecoderProvider.class, ServiceLoader.load(DecoderProvider.class)));
        all.addAll(found(EncoderProvider.class, ServiceLoader.load(EncoderProvider.class)));
        all.addAll(found(Rewriter.class, ServiceLoader.load(Rewriter.class)));
        all.addAll(found(Inspector.class, ServiceLoader.load(Inspector.class)));
        all.addAll(found(MemoryProvider.class, ServiceLoader.load(MemoryProvider.class)));
        all.addAll(found(ResamplerProvider.class, ServiceLoader.load(ResamplerProvider.class)));
        all.removeIf(CodecFamily::isFast);
        all.sort(Comparator.comparingInt((Provider provider) -> -provider.priority())
                .thenComparing(Provider::name));
        return all;
    }

    private static <P extends Provider> List<P> found(Class<P> type, ServiceLoader<P> loader) {
        return Providers.load(loader, reason -> {
            throw new IllegalStateException(type.getSimpleName() + " does not load: " + reason);
        });
    }

    private static boolean isFast(Provider provider) {
        return provider.getClass().getName().startsWith(FAST_LANE_PACKAGE);
    }
}
