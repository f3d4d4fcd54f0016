/** The SVG sanitizer. The main class is {@link dev.darkroom.svg.SvgSanitizer}. */
@NullMarked
package dev.darkroom.svg;

import org.jspecify.annotations.NullMarked;
