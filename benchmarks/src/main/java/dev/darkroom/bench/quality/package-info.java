/** Measures how similar a variant is to the exact resize of its photograph. */
@NullMarked
package dev.darkroom.bench.quality;

import org.jspecify.annotations.NullMarked;
