/** Jazzer's targets, what they are fed with, and how they are run. */
@NullMarked
package dev.darkroom.hostile.fuzz;

import org.jspecify.annotations.NullMarked;
