/** Extracts the coded pixel data of a PNG without bytes that no decoder reads. */
@NullMarked
package dev.darkroom.codecs.rewrite.png;

import org.jspecify.annotations.NullMarked;
