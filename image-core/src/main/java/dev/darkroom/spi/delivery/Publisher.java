package dev.darkroom.spi.delivery;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import java.util.Map;

/** Takes a job's bytes somewhere and says where they are now. Thread-safe. */
public interface Publisher {
    /** Named in failures and publications, such as {@code "cdn"}. */
    String name();

    /** Whether it needs only the source, and so may start while the picture is still being decoded. */
    default boolean sourceOnly() {
        return false;
    }

    /**
     * Asked before a job starts, so that no work is done for a job that could not be published.
     *
     * @throws IllegalArgumentException when an attribute that the publisher needs is missing or unusable
     */
    default void check(Map<String, String> attributes) {}

    /**
     * Publishes everything or throws. Retries within the deadline are its own business.
     *
     * @throws ImageException mostly {@link dev.darkroom.core.Failure.Unavailable}; with {@link ImageException#withLeftBehind} what a half-done
     *     attempt left
     */
    Publication publish(Delivery delivery) throws ImageException;
}
