/** What every raster codec here needs. */
@NullMarked
package dev.darkroom.codecs;

import org.jspecify.annotations.NullMarked;
