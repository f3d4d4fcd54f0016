/**
 * GIF89a: the header and the blocks of a file. Bounded like all header parsers.
 */
@NullMarked
package dev.darkroom.core.header.gif;

import org.jspecify.annotations.NullMarked;
