/** The settings that all WebP encoders share, and the prefix codes of lossless WebP. */
@NullMarked
package dev.darkroom.core.webp;

import org.jspecify.annotations.NullMarked;
