/** Decodes the first frame of GIF89a. */
@NullMarked
package dev.darkroom.codecs.gif;

import org.jspecify.annotations.NullMarked;
