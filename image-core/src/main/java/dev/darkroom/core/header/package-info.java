/**
 * Bounded parsers of picture headers, and iterators over the parts of their containers. Every parser reads untrusted bytes. It throws
 * only {@link dev.darkroom.core.ImageException}, allocates at most as many bytes as its input has, and reads its input in one pass.
 */
@NullMarked
package dev.darkroom.core.header;

import org.jspecify.annotations.NullMarked;
