/** The front door of the benchmarks. */
@NullMarked
package dev.darkroom.bench;

import org.jspecify.annotations.NullMarked;
