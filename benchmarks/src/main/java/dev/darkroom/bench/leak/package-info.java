/** Leak test: many jobs in one process, most of which fail. */
@NullMarked
package dev.darkroom.bench.leak;

import org.jspecify.annotations.NullMarked;
