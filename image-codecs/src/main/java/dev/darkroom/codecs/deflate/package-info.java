/** A deflate compressor (RFC 1951) that suits filtered rows of pictures: it detects where matches do not pay. */
@NullMarked
package dev.darkroom.codecs.deflate;

import org.jspecify.annotations.NullMarked;
