/** WebP (RFC 9649) on libwebp. */
@NullMarked
package dev.darkroom.turbo.webp;

import org.jspecify.annotations.NullMarked;
