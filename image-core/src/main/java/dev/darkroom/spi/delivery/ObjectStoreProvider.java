package dev.darkroom.spi.delivery;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Provider;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A provider that opens object stores by URI scheme, such as {@code s3://bucket/prefix}, {@code file:./data} or {@code mem:}. */
public interface ObjectStoreProvider extends Provider {
    /** The supported URI schemes, in lower case. */
    Set<String> schemes();

    /**
     * Opens a store. The caller closes it.
     *
     * @param settings credentials and endpoints by name, for example from the environment; no message contains their values
     * @throws IllegalArgumentException when the URI or a setting is invalid
     */
    ObjectStore open(URI location, Map<String, String> settings) throws ImageException;
}
