/** Engines side by side in one run. */
@NullMarked
package dev.darkroom.bench.compare;

import org.jspecify.annotations.NullMarked;
