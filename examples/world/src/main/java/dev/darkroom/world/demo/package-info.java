/**
 * Demonstration of the real worker with {@link dev.darkroom.world.LocalServices}, on real or generated photographs, and the recording of
 * its AOT cache.
 */
@NullMarked
package dev.darkroom.world.demo;

import org.jspecify.annotations.NullMarked;
