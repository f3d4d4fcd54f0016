/** How near a picture is to the best that can be made of its photograph. */
@NullMarked
package dev.darkroom.bench.quality;

import org.jspecify.annotations.NullMarked;
