/** Tests with hostile input: a table of cases, fuzzing, mutated pictures, metadata and deadlines. */
@NullMarked
package dev.darkroom.hostile;

import org.jspecify.annotations.NullMarked;
