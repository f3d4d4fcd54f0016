/** The demonstration: the real worker on real or generated photographs in a {@link dev.darkroom.world.World}. */
@NullMarked
package dev.darkroom.world.demo;

import org.jspecify.annotations.NullMarked;
