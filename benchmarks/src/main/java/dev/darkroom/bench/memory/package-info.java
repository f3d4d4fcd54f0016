/** Memory benchmark: large pictures in a process with little memory. */
@NullMarked
package dev.darkroom.bench.memory;

import org.jspecify.annotations.NullMarked;
