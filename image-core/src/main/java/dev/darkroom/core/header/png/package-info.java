/**
 * PNG (3rd edition): the header and the chunks of a file. Bounded like all header parsers.
 */
@NullMarked
package dev.darkroom.core.header.png;

import org.jspecify.annotations.NullMarked;
