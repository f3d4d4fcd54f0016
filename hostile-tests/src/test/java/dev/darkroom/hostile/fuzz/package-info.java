/** Fuzzing with Jazzer: targets, seeds and campaigns. */
@NullMarked
package dev.darkroom.hostile.fuzz;

import org.jspecify.annotations.NullMarked;
