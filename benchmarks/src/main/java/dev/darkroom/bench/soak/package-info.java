/** One process under full load for a long time, and what of it grows. */
@NullMarked
package dev.darkroom.bench.soak;

import org.jspecify.annotations.NullMarked;
