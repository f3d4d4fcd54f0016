package dev.darkroom.spi.codec;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Loads providers so that one which cannot even be loaded costs only itself. */
public final class Providers {
    private Providers() {}

    /**
     * @param loader the caller's, whose module must declare the use
     * @param broken told why, of each provider that cannot be loaded; {@link FileDescriptors#NONE_LEFT} where the rest was left out
     *     for want of descriptors
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
                    return found; // it would fail again, perhaps without end
                }
                broken.accept(String.valueOf(e.getMessage()));
            }
        }
    }
}
