/**
 * Detects a format by the first bytes of a file. The file name and the declared content type are not used.
 */
@NullMarked
package dev.darkroom.core.signature;

import org.jspecify.annotations.NullMarked;
