/** The portable Lanczos3 resampler: plain loops over float arrays that the JIT turns into vector code. */
@NullMarked
package dev.darkroom.pipeline.resample;

import org.jspecify.annotations.NullMarked;
