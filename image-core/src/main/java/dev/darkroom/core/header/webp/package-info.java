/**
 * WebP (RFC 9649): the header, RIFF chunks and bitstream headers of a file. Bounded like all header parsers.
 */
@NullMarked
package dev.darkroom.core.header.webp;

import org.jspecify.annotations.NullMarked;
