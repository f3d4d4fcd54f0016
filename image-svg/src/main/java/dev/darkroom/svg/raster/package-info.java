/** Draws sanitized SVG files within limits of time and memory. */
@NullMarked
package dev.darkroom.svg.raster;

import org.jspecify.annotations.NullMarked;
