/** Worker benchmark: a new process for each job. */
@NullMarked
package dev.darkroom.bench.worker;

import org.jspecify.annotations.NullMarked;
