/** Entropy coding of JPEG: writing baseline scans, and reading the scans of uploads. */
@NullMarked
package dev.darkroom.core.jpeg;

import org.jspecify.annotations.NullMarked;
