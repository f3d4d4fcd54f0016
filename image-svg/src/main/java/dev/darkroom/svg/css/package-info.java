/** CSS as far as an SVG may have it: taken apart, checked and put together again. */
@NullMarked
package dev.darkroom.svg.css;

import org.jspecify.annotations.NullMarked;
