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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes a pipeline. Every call returns a new value, so a half-built pipeline can be kept and branched. */
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

    /** Formats other than these are turned away by their signature. */
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

    /** One more variant; names are unique. */
    public PipelineBuilder variant(Variant variant) {
        PipelineBuilder next = copy();
        next.variants = plus(variants, variant);
        return next;
    }

    /** The encoding of every variant that has none of its own; the source's own format unless told. */
    public PipelineBuilder encode(Encoding encoding) {
        PipelineBuilder next = copy();
        next.encoding = encoding;
        return next;
    }

    /**
     * Resizes by summing light instead of encoded levels: fine bright detail keeps its brightness. Light is taken by sRGB's curve, whatever
     * the picture's profile. Takes longer, and most of all for JPEG, whose planes are turned into RGB first.
     */
    public PipelineBuilder linearLight() {
        PipelineBuilder next = copy();
        next.linearLight = true;
        return next;
    }

    /**
     * Makes a {@link dev.darkroom.core.Placeholder} beside the renditions, from the smallest one's pixels, for publishers that pass it on.
     * A job that encodes nothing, because its variants are all rewrites, has none.
     */
    public PipelineBuilder placeholder() {
        PipelineBuilder next = copy();
        next.placeholder = true;
        return next;
    }

    /** Metadata that rewritten copies may keep; none unless told. */
    public PipelineBuilder keep(Rewriter.Keep keep) {
        PipelineBuilder next = copy();
        next.keep = keep;
        return next;
    }

    /**
     * Publishers that run side by side, once those of earlier calls have succeeded.
     *
     * @throws IllegalArgumentException when one is given twice
     */
    public PipelineBuilder store(Publisher... publishers) {
        if (new HashSet<>(List.of(publishers)).size() < publishers.length) {
            throw new IllegalArgumentException("a publisher was given twice");
        }
        PipelineBuilder next = copy();
        next.stores = plus(stores, List.of(publishers));
        return next;
    }

    /** Puts every rendition into a store, such as under {@code "{creatorId}/{contentId}/{variant}.{ext}"}. */
    public PipelineBuilder store(ObjectStore store, String keyTemplate) {
        return store(new StorePublisher(store, keyTemplate));
    }

    /** Hears every outcome. */
    public PipelineBuilder notify(Notifier notifier) {
        PipelineBuilder next = copy();
        next.notifiers = plus(notifiers, notifier);
        return next;
    }

    /** Hears every step. */
    public PipelineBuilder listen(PipelineListener listener) {
        PipelineBuilder next = copy();
        next.listeners = plus(listeners, listener);
        return next;
    }

    /** A codec, rewriter, inspector or resampler that goes before all that {@link java.util.ServiceLoader} finds. */
    public PipelineBuilder register(Provider provider) {
        PipelineBuilder next = copy();
        next.providers = plus(providers, provider);
        return next;
    }

    /** Bytes of pixels and working memory that all jobs may hold at once; half the Java heap unless told. */
    public PipelineBuilder memory(long bytes) {
        if (bytes < Limits.MIB) {
            throw new IllegalArgumentException("memory must be at least 1 MiB, not " + bytes);
        }
        PipelineBuilder next = copy();
        next.memory = bytes;
        return next;
    }

    /**
     * How many threads may work on pixels at once, over all jobs; as many as the machine has cores unless told. One job uses what others
     * leave idle: its variants are encoded side by side.
     */
    public PipelineBuilder cores(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("cores must be at least 1, not " + count);
        }
        PipelineBuilder next = copy();
        next.cores = count;
        return next;
    }

    /** Takes memory and cores from another pipeline's, so that all that share them hold no more than that one might alone. */
    public PipelineBuilder sharingResourcesOf(Pipeline other) {
        PipelineBuilder next = copy();
        next.shared = other;
        return next;
    }

    /** How long a job waits for memory before it is turned away; 10 seconds unless told. */
    public PipelineBuilder queueWait(Duration time) {
        PipelineBuilder next = copy();
        next.queueWait = time;
        return next;
    }

    /**
     * @throws IllegalStateException when there is no variant, or two have one name
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
            throw new IllegalStateException("a Cloneable is cloneable", e);
        }
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
