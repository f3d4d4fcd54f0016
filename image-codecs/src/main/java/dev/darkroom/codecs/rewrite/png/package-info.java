/** What of a PNG codes its pixels, without the bytes that no decoder looks at. */
@NullMarked
package dev.darkroom.codecs.rewrite.png;

import org.jspecify.annotations.NullMarked;
