/** Extracts the coded picture of a JPEG without bytes that no decoder reads. */
@NullMarked
package dev.darkroom.codecs.rewrite.jpeg;

import org.jspecify.annotations.NullMarked;
