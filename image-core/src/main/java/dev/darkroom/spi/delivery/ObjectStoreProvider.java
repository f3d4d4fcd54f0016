package dev.darkroom.spi.delivery;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Provider;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Opens object stores by the scheme of a URI, such as {@code s3://bucket/prefix}, {@code file:./data} or {@code mem:}. */
public interface ObjectStoreProvider extends Provider {
    /** In lower case. */
    Set<String> schemes();

    /**
     * The caller closes the store.
     *
     * @param settings credentials and endpoints by name, as from the environment; values of them appear in no message
     * @throws IllegalArgumentException when the URI or a setting is wrong
     */
    ObjectStore open(URI location, Map<String, String> settings) throws ImageException;
}
