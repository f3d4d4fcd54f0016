package dev.darkroom.pipeline.store;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.FileDescriptors;
import dev.darkroom.spi.codec.Providers;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.ObjectStoreProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Opens the store that a URI names, with the providers that {@link ServiceLoader} finds. */
public final class Stores {
    private Stores() {}

    /**
     * The caller closes the store.
     *
     * @param location such as {@code r2://account/bucket/prefix}, {@code s3://bucket/prefix}, {@code file:./data} or {@code mem:}
     * @param settings credentials and endpoints by name, such as {@code System.getenv()}
     * @throws IllegalArgumentException when no provider knows the scheme or can run here, or the URI or a setting is wrong
     */
    public static ObjectStore open(String location, Map<String, String> settings) throws ImageException {
        // A URI must have a part after its scheme.
        URI uri = URI.create(location.endsWith(":") ? location + "default" : location);
        if (uri.getScheme() == null) {
            throw new IllegalArgumentException(
                    "not a store's URI: " + location + "; for a folder write file:" + location);
        }
        return provider(uri.getScheme().toLowerCase(Locale.ROOT)).open(uri, settings);
    }

    private static ObjectStoreProvider provider(String scheme) throws ImageException {
        TreeSet<String> schemes = new TreeSet<>();
        List<ObjectStoreProvider> able = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (ObjectStoreProvider provider :
                Providers.load(ServiceLoader.load(ObjectStoreProvider.class), reasons::add)) {
            schemes.addAll(provider.schemes());
            if (!provider.schemes().contains(scheme)) {
                continue;
            }
            if (provider.availability() instanceof Availability.Unavailable unavailable) {
                reasons.add(provider.name() + ": " + unavailable.reason());
            } else {
                able.add(provider);
            }
        }
        if (able.isEmpty() && reasons.contains(FileDescriptors.NONE_LEFT)) {
            throw FileDescriptors.noneLeft(null);
        }
        return able.stream()
                .max(Comparator.comparingInt(ObjectStoreProvider::priority)
                        .thenComparing(ObjectStoreProvider::name, Comparator.reverseOrder()))
                .orElseThrow(() -> new IllegalArgumentException(
                        reasons.isEmpty()
                                ? "no store is known for " + scheme + ": (known here: " + String.join(", ", schemes)
                                        + "; others come with their module, such as image-storage-s3)"
                                : "no store for " + scheme + ": can run here: " + String.join("; ", reasons)));
    }
}
