package dev.darkroom.pipeline.resource;

import dev.darkroom.core.ImageException;

/**
 * A task whose only checked exception is {@link ImageException}.
 *
 * @param <T> type of the result
 */
@FunctionalInterface
public interface ImageTask<T> {
    T run() throws ImageException;
}
