/** Classes that all raster codecs of this module share. */
@NullMarked
package dev.darkroom.codecs;

import org.jspecify.annotations.NullMarked;
