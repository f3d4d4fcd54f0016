/** Draws what the sanitizer has left, inside bounds. */
@NullMarked
package dev.darkroom.svg.raster;

import org.jspecify.annotations.NullMarked;
