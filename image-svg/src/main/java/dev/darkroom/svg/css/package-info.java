/** Parses, checks and serializes the CSS of an SVG. */
@NullMarked
package dev.darkroom.svg.css;

import org.jspecify.annotations.NullMarked;
