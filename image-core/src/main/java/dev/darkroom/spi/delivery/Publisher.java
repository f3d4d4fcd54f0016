package dev.darkroom.spi.delivery;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import java.util.Map;

/** Publishes the results of a job and returns their new references. Thread-safe. */
public interface Publisher {
    /** The name used in failures and publications, such as {@code "cdn"}. */
    String name();

    /** Whether this publisher needs only the source. The pipeline may then start it while the picture is still being decoded. */
    default boolean sourceOnly() {
        return false;
    }

    /**
     * Checks a job's attributes before the job starts, so that no work is done for a job that cannot be published.
     *
     * @throws IllegalArgumentException when a required attribute is missing or invalid
     */
    default void check(Map<String, String> attributes) {}

    /**
     * Publishes everything or throws. The publisher itself retries within the deadline.
     *
     * @throws ImageException usually {@link dev.darkroom.core.Failure.Unavailable}, with {@link ImageException#withLeftBehind} for data
     *     that an incomplete attempt left in a service
     */
    Publication publish(Delivery delivery) throws ImageException;
}
