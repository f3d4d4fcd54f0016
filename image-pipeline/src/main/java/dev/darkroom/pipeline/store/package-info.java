/** Stores that need no service, the class that opens any store by its URI, and the publisher that writes renditions to a store. */
@NullMarked
package dev.darkroom.pipeline.store;

import org.jspecify.annotations.NullMarked;
