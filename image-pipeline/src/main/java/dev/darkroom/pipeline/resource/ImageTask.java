package dev.darkroom.pipeline.resource;

import dev.darkroom.core.ImageException;

/**
 * A piece of work that fails only with the library's checked exception.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface ImageTask<T> {
    T run() throws ImageException;
}
