/**
 * EXIF: the orientation in a TIFF structure. Bounded like all header parsers.
 */
@NullMarked
package dev.darkroom.core.header.exif;

import org.jspecify.annotations.NullMarked;
