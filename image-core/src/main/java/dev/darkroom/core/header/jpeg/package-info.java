/**
 * JPEG (ITU-T T.81): the header, segments and scans of a file. Bounded like all header parsers.
 */
@NullMarked
package dev.darkroom.core.header.jpeg;

import org.jspecify.annotations.NullMarked;
