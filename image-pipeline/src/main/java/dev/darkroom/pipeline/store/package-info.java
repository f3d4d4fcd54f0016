/** Stores that need no service, the opening of any store by URI, and the publisher that writes renditions to a store. */
@NullMarked
package dev.darkroom.pipeline.store;

import org.jspecify.annotations.NullMarked;
