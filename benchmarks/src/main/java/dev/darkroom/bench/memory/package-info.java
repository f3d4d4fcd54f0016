/** Large pictures through a small process. */
@NullMarked
package dev.darkroom.bench.memory;

import org.jspecify.annotations.NullMarked;
