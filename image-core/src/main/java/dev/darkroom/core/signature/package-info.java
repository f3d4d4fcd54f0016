/**
 * Recognizes a format by the first bytes of a file. Neither a file name nor a declared content type is read.
 */
@NullMarked
package dev.darkroom.core.signature;

import org.jspecify.annotations.NullMarked;
