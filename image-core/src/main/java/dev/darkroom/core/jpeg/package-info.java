/** Entropy coding of baseline JPEG: what an encoder writes, and what writes a scan once more. */
@NullMarked
package dev.darkroom.core.jpeg;

import org.jspecify.annotations.NullMarked;
