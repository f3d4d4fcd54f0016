/** What of a JPEG codes its picture, without the bytes that no decoder looks at. */
@NullMarked
package dev.darkroom.codecs.rewrite.jpeg;

import org.jspecify.annotations.NullMarked;
