/**
 * SVG: the size in the root element, found without an XML parser. Bounded like all header parsers.
 */
@NullMarked
package dev.darkroom.core.header.svg;

import org.jspecify.annotations.NullMarked;
