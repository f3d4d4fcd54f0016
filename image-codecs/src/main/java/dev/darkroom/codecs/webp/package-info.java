/** WebP (RFC 9649) on libwebp. */
@NullMarked
package dev.darkroom.codecs.webp;

import org.jspecify.annotations.NullMarked;
