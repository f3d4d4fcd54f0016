/** Main class of the benchmarks, and what all of them share. */
@NullMarked
package dev.darkroom.bench;

import org.jspecify.annotations.NullMarked;
