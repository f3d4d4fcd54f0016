/** GIF89a, its first frame. */
@NullMarked
package dev.darkroom.codecs.gif;

import org.jspecify.annotations.NullMarked;
