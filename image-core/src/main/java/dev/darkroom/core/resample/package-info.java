/** Resampling geometry and weights, shared by every kernel so that all give one result. */
@NullMarked
package dev.darkroom.core.resample;

import org.jspecify.annotations.NullMarked;
