/** The resampling kernel on Java's Vector API. */
@NullMarked
package dev.darkroom.turbo.resample;

import org.jspecify.annotations.NullMarked;
