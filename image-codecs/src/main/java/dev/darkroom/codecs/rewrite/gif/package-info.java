/** What of a GIF codes its pixels, without the bytes that no decoder looks at. */
@NullMarked
package dev.darkroom.codecs.rewrite.gif;

import org.jspecify.annotations.NullMarked;
