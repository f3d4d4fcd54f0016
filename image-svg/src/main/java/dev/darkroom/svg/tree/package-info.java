/** Reads the elements of an SVG from untrusted XML and writes them. */
@NullMarked
package dev.darkroom.svg.tree;

import org.jspecify.annotations.NullMarked;
