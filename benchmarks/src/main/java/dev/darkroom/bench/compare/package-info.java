/** Compares engines in one run. */
@NullMarked
package dev.darkroom.bench.compare;

import org.jspecify.annotations.NullMarked;
