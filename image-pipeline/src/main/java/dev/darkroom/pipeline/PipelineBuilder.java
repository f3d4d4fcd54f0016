package dev.darkroom.pipeline;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Variant;
import dev.darkroom.pipeline.store.StorePublisher;
import dev.darkroom.spi.codec.Provider;
import dev.darkroom.spi.codec.Rewriter;
import dev.darkroom.spi.delivery.Notifier;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Publisher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Immutable builder of a pipeline. Every call returns a new builder, so a partly configured builder can be kept and branched. */
public final class PipelineBuilder implements Cloneable {
    Set<Format> accepted = EnumSet.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP);
    Limits limits = Limits.untrusted();
    List<Variant> variants = List.of();
    Encoding encoding = Encoding.source();
    boolean linearLight;
    boolean placeholder;
    Rewriter.Keep keep = Rewriter.Keep.NOTHING;
    List<List<Publisher>> stores = List.of();
    List<Notifier> notifiers = List.of();
    List<PipelineListener> listeners = List.of();
    List<Provider> providers = List.of();
    long memory = Runtime.getRuntime().maxMemory() / 2;
    Duration queueWait = Duration.ofSeconds(10);
    int cores = Runtime.getRuntime().availableProcessors();

    @Nullable
    Pipeline shared;

    PipelineBuilder() {}

    /** Sets the accepted formats. Pictures of other formats are refused by their signature. */
    public PipelineBuilder accept(Format first, Format... others) {
        PipelineBuilder next = copy();
        next.accepted = EnumSet.of(first, others);
        return next;
    }

    public PipelineBuilder limits(Limits limits) {
        PipelineBuilder next = copy();
        next.limits = limits;
        return next;
    }

    /** Adds a variant. Names must be unique. */
    public PipelineBuilder variant(Variant variant) {
        PipelineBuilder next = copy();
        next.variants = plus(variants, variant);
        return next;
    }

    /** Adds variants, such as those of {@link Variant#parseList}. */
    public PipelineBuilder variants(Collection<Variant> variants) {
        PipelineBuilder next = this;
        for (Variant variant : variants) {
            next = next.variant(variant);
        }
        return next;
    }

    /** Sets the encoding of every variant without an own encoding. Default: the format of the source. */
    public PipelineBuilder encode(Encoding encoding) {
        PipelineBuilder next = copy();
        next.encoding = encoding;
        return next;
    }

    /**
     * Resizes in linear light instead of encoded levels, so that fine bright detail keeps its brightness. The sRGB curve is used, whatever
     * the picture's profile is. This is slower, most of all for JPEG, whose planes are converted to RGB first.
     */
    public PipelineBuilder linearLight() {
        PipelineBuilder next = copy();
        next.linearLight = true;
        return next;
    }

    /**
     * Makes a {@link dev.darkroom.core.Placeholder} beside the renditions, from the pixels of the smallest one, for publishers that pass it
     * on. A job whose variants are all rewrites encodes nothing and has no placeholder.
     */
    public PipelineBuilder placeholder() {
        PipelineBuilder next = copy();
        next.placeholder = true;
        return next;
    }

    /** Sets the metadata that rewritten copies may keep. Default: none. */
    public PipelineBuilder keep(Rewriter.Keep keep) {
        PipelineBuilder next = copy();
        next.keep = keep;
        return next;
    }

    /**
     * Adds a group of publishers that run in parallel, after the groups of earlier calls have succeeded.
     *
     * @throws IllegalArgumentException when a publisher is given twice
     */
    public PipelineBuilder store(Publisher... publishers) {
        if (new HashSet<>(List.of(publishers)).size() < publishers.length) {
            throw new IllegalArgumentException("a publisher was given twice");
        }
        PipelineBuilder next = copy();
        next.stores = plus(stores, List.of(publishers));
        return next;
    }

    /** Adds a publisher that puts every rendition into a store, for example under {@code "{creatorId}/{contentId}/{variant}.{ext}"}. */
    public PipelineBuilder store(ObjectStore store, String keyTemplate) {
        return store(new StorePublisher(store, keyTemplate));
    }

    /** Adds a notifier, which receives every outcome. */
    public PipelineBuilder notify(Notifier notifier) {
        PipelineBuilder next = copy();
        next.notifiers = plus(notifiers, notifier);
        return next;
    }

    /** Adds a listener, which receives every event of a job. */
    public PipelineBuilder listen(PipelineListener listener) {
        PipelineBuilder next = copy();
        next.listeners = plus(listeners, listener);
        return next;
    }

    /** Registers a codec, rewriter, inspector or resampler. It takes precedence over all that {@link java.util.ServiceLoader} finds. */
    public PipelineBuilder register(Provider provider) {
        PipelineBuilder next = copy();
        next.providers = plus(providers, provider);
        return next;
    }

    /** Sets the bytes of pixels and working memory that all jobs together may hold. Default: half the maximum Java heap. */
    public PipelineBuilder memory(long bytes) {
        if (bytes < Limits.MIB) {
            throw new IllegalArgumentException("memory must be at least 1 MiB, not " + bytes);
        }
        PipelineBuilder next = copy();
        next.memory = bytes;
        return next;
    }

    /**
     * Sets how many threads may work on pixels at once, over all jobs. Default: the number of processors. One job uses the cores that other
     * jobs leave idle: it encodes its variants in parallel.
     */
    public PipelineBuilder cores(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("cores must be at least 1, not " + count);
        }
        PipelineBuilder next = copy();
        next.cores = count;
        return next;
    }

    /**
     * Uses the memory budget and core budget of another pipeline, so that all pipelines that share them stay within that pipeline's limits.
     */
    public PipelineBuilder sharingResourcesOf(Pipeline other) {
        PipelineBuilder next = copy();
        next.shared = other;
        return next;
    }

    /** Sets how long a job waits for memory before it is refused. Default: 10 seconds. */
    public PipelineBuilder queueWait(Duration time) {
        PipelineBuilder next = copy();
        next.queueWait = time;
        return next;
    }

    /**
     * @throws IllegalStateException when there is no variant, or when two variants have the same name
     */
    public Pipeline build() {
        if (variants.isEmpty()) {
            throw new IllegalStateException("a pipeline needs at least one variant");
        }
        Set<String> names = new HashSet<>();
        for (Variant variant : variants) {
            if (!names.add(variant.name())) {
                throw new IllegalStateException("two variants are named " + variant.name());
            }
        }
        return new Pipeline(this);
    }

    Registry registry() {
        return Registry.load(providers);
    }

    private PipelineBuilder copy() {
        try {
            return (PipelineBuilder) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("PipelineBuilder implements Cloneable", e);
        }
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
