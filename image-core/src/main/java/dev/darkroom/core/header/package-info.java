/**
 * Bounded parsers of picture headers, and walkers over the containers they live in. Every parser reads untrusted bytes: it throws
 * nothing but {@link dev.darkroom.core.ImageException}, allocates no more than the bytes it was given, and never goes back.
 */
@NullMarked
package dev.darkroom.core.header;

import org.jspecify.annotations.NullMarked;
