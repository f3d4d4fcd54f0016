package dev.darkroom.spi.codec;

/** The properties common to all providers that {@link java.util.ServiceLoader} finds. Shared and thread-safe; cheap to construct. */
public interface Provider {
    /** A short and stable name, such as {@code "turbo-jpeg"}. {@code describe()} shows it, and it breaks ties of priority. */
    String name();

    /** The registry prefers the provider with the higher priority: 0 for portable Java, 100 for a native implementation. */
    default int priority() {
        return 0;
    }

    /** Whether this provider can run in this process. Never throws. It may be called often and must then be cheap. */
    default Availability availability() {
        return Availability.available();
    }
}
