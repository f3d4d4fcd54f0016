/** Codecs and kernels by themselves, found as the pipeline finds them. */
@NullMarked
package dev.darkroom.bench.jmh;

import org.jspecify.annotations.NullMarked;
