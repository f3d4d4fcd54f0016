/** Many jobs in one process, most of them failing. */
@NullMarked
package dev.darkroom.bench.leak;

import org.jspecify.annotations.NullMarked;
