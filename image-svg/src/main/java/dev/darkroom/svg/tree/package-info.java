/** An SVG's elements: read from untrusted XML, and written. */
@NullMarked
package dev.darkroom.svg.tree;

import org.jspecify.annotations.NullMarked;
