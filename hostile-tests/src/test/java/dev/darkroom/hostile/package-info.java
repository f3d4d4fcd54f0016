/** Hostile input: a table of it, fuzzing, mutated pictures, metadata, deadlines. */
@NullMarked
package dev.darkroom.hostile;

import org.jspecify.annotations.NullMarked;
