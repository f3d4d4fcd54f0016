/** What of a WebP's bitstreams codes pixels, without the bytes that no decoder looks at. */
@NullMarked
package dev.darkroom.codecs.rewrite.webp;

import org.jspecify.annotations.NullMarked;
