/** The real worker on real or generated photographs in a {@link dev.darkroom.world.LocalServices}: to be looked at, or to record its cache. */
@NullMarked
package dev.darkroom.world.demo;

import org.jspecify.annotations.NullMarked;
