/** Extracts the coded pixel data of a WebP without bytes that no decoder reads. */
@NullMarked
package dev.darkroom.codecs.rewrite.webp;

import org.jspecify.annotations.NullMarked;
