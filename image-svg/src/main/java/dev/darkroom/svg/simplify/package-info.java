/** Resolves a sanitized SVG to plain drawing instructions: style sheets become attributes, and constructs that a renderer lacks become others. */
@NullMarked
package dev.darkroom.svg.simplify;

import org.jspecify.annotations.NullMarked;
