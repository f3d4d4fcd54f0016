/** Operations on pixels between the resize and the encoder. */
@NullMarked
package dev.darkroom.pipeline.pixel;

import org.jspecify.annotations.NullMarked;
