package dev.darkroom.spi.codec;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Loads providers. A provider that cannot be loaded is skipped and does not affect the others. */
public final class Providers {
    private Providers() {}

    /**
     * Loads all providers that can be loaded.
     *
     * @param loader the caller's loader; the caller's module must declare {@code uses}
     * @param broken receives the reason for each provider that cannot be loaded; receives {@link FileDescriptors#NONE_LEFT} when loading
     *     stopped early because no file descriptor was left
     */
    public static <P extends Provider> List<P> load(ServiceLoader<P> loader, Consumer<String> broken) {
        List<P> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<P>> candidates = loader.stream().iterator();
        while (true) {
            try {
                if (!candidates.hasNext()) {
                    return found;
                }
                found.add(candidates.next().get());
            } catch (ServiceConfigurationError | LinkageError e) {
                if (FileDescriptors.areExhausted(e)) {
                    broken.accept(FileDescriptors.NONE_LEFT);
                    return found; // the next try would fail as well, possibly in an endless loop
                }
                broken.accept(String.valueOf(e.getMessage()));
            }
        }
    }
}
