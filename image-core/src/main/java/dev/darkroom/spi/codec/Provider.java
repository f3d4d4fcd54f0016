package dev.darkroom.spi.codec;

/** What the registry knows of anything found by {@link java.util.ServiceLoader}. Shared and thread-safe; constructed cheaply. */
public interface Provider {
    /** Short and stable, such as {@code "turbo-jpeg"}: shown by {@code describe()} and used to break ties. */
    String name();

    /** Higher goes first; 0 for portable Java, 100 for a native fast lane. */
    default int priority() {
        return 0;
    }

    /** Whether this provider can run here. Never throws; may be asked often and must then be cheap. */
    default Availability availability() {
        return Availability.available();
    }
}
