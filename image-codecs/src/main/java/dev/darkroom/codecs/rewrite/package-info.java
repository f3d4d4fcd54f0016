/**
 * Removes metadata from encoded files without changing pixels. The rewriters use allowlists: all other data, known or unknown, is dropped.
 */
@NullMarked
package dev.darkroom.codecs.rewrite;

import org.jspecify.annotations.NullMarked;
