/** WebP (RFC 9649) decoder and encoder on libwebp. */
@NullMarked
package dev.darkroom.codecs.webp;

import org.jspecify.annotations.NullMarked;
