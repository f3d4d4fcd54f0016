/** Extracts the coded pixel data of a GIF without bytes that no decoder reads. */
@NullMarked
package dev.darkroom.codecs.rewrite.gif;

import org.jspecify.annotations.NullMarked;
