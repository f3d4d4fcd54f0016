package dev.darkroom.bench.jmh;

import dev.darkroom.spi.codec.Provider;
import dev.darkroom.spi.codec.Providers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** The available providers, in order of preference. {@code -p provider=NAME} selects another one than the first. */
final class AvailableProviders {
    private AvailableProviders() {}

    static <P extends Provider> P first(ServiceLoader<P> loader, String name, Predicate<P> handles) {
        List<P> found = new ArrayList<>(Providers.load(loader, broken -> {}));
        found.removeIf(each -> !handles.test(each) || !each.availability().isAvailable());
        found.sort(Comparator.comparingInt((P each) -> -each.priority()).thenComparing(Provider::name));
        return found.stream()
                .filter(each -> name.isEmpty() || each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no provider \"" + name + "\" among "
                        + found.stream().map(Provider::name).toList()));
    }
}
