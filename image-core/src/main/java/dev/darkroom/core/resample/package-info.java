/** Resampling geometry and weights. All kernels share them, so that all give the same result. */
@NullMarked
package dev.darkroom.core.resample;

import org.jspecify.annotations.NullMarked;
