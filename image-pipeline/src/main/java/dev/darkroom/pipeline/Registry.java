package dev.darkroom.pipeline;

import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.FileDescriptors;
import dev.darkroom.spi.codec.Inspector;
import dev.darkroom.spi.codec.MemoryProvider;
import dev.darkroom.spi.codec.Provider;
import dev.darkroom.spi.codec.Providers;
import dev.darkroom.spi.codec.ResamplerProvider;
import dev.darkroom.spi.codec.Rewriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;

/** All providers, in the order in which they are asked: explicitly registered ones first, then by priority, then by name. Immutable. */
final class Registry {
    private final List<DecoderProvider> decoders;
    private final List<EncoderProvider> encoders;
    private final List<Rewriter> rewriters;
    private final List<Inspector> inspectors;
    private final List<ResamplerProvider> resamplers;
    private final List<MemoryProvider> memories;
    private final List<Description.Line> broken;

    private Registry(List<Provider> registered) {
        this.broken = new ArrayList<>();
        this.decoders = find(DecoderProvider.class, ServiceLoader.load(DecoderProvider.class), registered);
        this.encoders = find(EncoderProvider.class, ServiceLoader.load(EncoderProvider.class), registered);
        this.rewriters = find(Rewriter.class, ServiceLoader.load(Rewriter.class), registered);
        this.inspectors = find(Inspector.class, ServiceLoader.load(Inspector.class), registered);
        this.memories = find(MemoryProvider.class, ServiceLoader.load(MemoryProvider.class), registered);
        this.resamplers = find(ResamplerProvider.class, ServiceLoader.load(ResamplerProvider.class), registered);
    }

    static Registry load(List<Provider> registered) {
        return new Registry(registered);
    }

    List<DecoderProvider> decoders(Format format) throws ImageException {
        List<DecoderProvider> usable =
                usable(decoders, provider -> provider.formats().contains(format));
        if (usable.isEmpty()) {
            checkDescriptors();
        }
        return usable;
    }

    /** If a provider could not be loaded because file descriptors are exhausted, reports that instead of refusing the upload. */
    private void checkDescriptors() throws ImageException {
        boolean without = broken.stream()
                .anyMatch(line -> line.availability() instanceof Availability.Unavailable reason
                        && reason.reason().equals(FileDescriptors.NONE_LEFT));
        if (without) {
            throw FileDescriptors.noneLeft(null);
        }
    }

    EncoderProvider encoder(Format format) throws ImageException {
        return first(encoders, provider -> provider.formats().contains(format), "encode " + format.title());
    }

    Rewriter rewriter(Format format) throws ImageException {
        return first(rewriters, provider -> provider.formats().contains(format), "rewrite " + format.title());
    }

    Inspector inspector() throws ImageException {
        return first(inspectors, provider -> true, "inspect metadata");
    }

    ResamplerProvider resampler() throws ImageException {
        return first(resamplers, provider -> true, "resize");
    }

    MemoryProvider memory() throws ImageException {
        return first(memories, provider -> true, "hold pixels");
    }

    Description describe() {
        List<Description.Line> lines = new ArrayList<>();
        decoders.forEach(p -> lines.add(line("decoder", p, p.formats())));
        encoders.forEach(p -> lines.add(line("encoder", p, p.formats())));
        rewriters.forEach(p -> lines.add(line("rewriter", p, p.formats())));
        inspectors.forEach(p -> lines.add(line("inspector", p, List.of())));
        resamplers.forEach(p -> lines.add(line("resampler", p, List.of())));
        memories.forEach(p -> lines.add(line("memory", p, List.of())));
        lines.addAll(broken);
        return new Description(List.copyOf(lines));
    }

    private <P extends Provider> List<P> find(Class<P> type, ServiceLoader<P> loader, List<Provider> registered) {
        List<P> found = Providers.load(
                loader,
                reason -> broken.add(
                        new Description.Line(type.getSimpleName(), "?", "", Availability.unavailable(reason))));
        found.sort(Comparator.comparingInt((P p) -> -p.priority()).thenComparing(Provider::name));
        List<P> ordered = new ArrayList<>();
        registered.stream().filter(type::isInstance).map(type::cast).forEach(ordered::add);
        ordered.addAll(found);
        return List.copyOf(ordered);
    }

    private static <P extends Provider> List<P> usable(List<P> providers, Function<P, Boolean> handles) {
        return providers.stream()
                .filter(p -> handles.apply(p) && p.availability().isAvailable())
                .toList();
    }

    private <P extends Provider> P first(List<P> providers, Function<P, Boolean> handles, String task)
            throws ImageException {
        List<P> usable = usable(providers, handles);
        if (usable.isEmpty()) {
            checkDescriptors();
            throw ImageException.unsupported("nothing here can " + task);
        }
        return usable.get(0);
    }

    private static Description.Line line(String kind, Provider provider, Collection<Format> formats) {
        String handles =
                String.join(" ", formats.stream().map(Format::title).sorted().toList());
        return new Description.Line(kind, provider.name(), handles, provider.availability());
    }
}
