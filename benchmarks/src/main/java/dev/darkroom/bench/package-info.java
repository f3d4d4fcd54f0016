/** The main class of the benchmarks. */
@NullMarked
package dev.darkroom.bench;

import org.jspecify.annotations.NullMarked;
