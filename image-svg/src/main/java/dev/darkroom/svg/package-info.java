/** The SVG sanitizer: start reading at {@link dev.darkroom.svg.SvgSanitizer}. */
@NullMarked
package dev.darkroom.svg;

import org.jspecify.annotations.NullMarked;
