/** Reduces the colours of a picture to those of a palette. */
@NullMarked
package dev.darkroom.codecs.palette;

import org.jspecify.annotations.NullMarked;
