/** Soak test: one process under full load for a long time, and a check for growth. */
@NullMarked
package dev.darkroom.bench.soak;

import org.jspecify.annotations.NullMarked;
