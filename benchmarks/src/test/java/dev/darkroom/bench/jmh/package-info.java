/** Benchmarks of single codecs and kernels, which are found as the pipeline finds them. */
@NullMarked
package dev.darkroom.bench.jmh;

import org.jspecify.annotations.NullMarked;
