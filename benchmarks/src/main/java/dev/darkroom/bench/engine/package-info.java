/** An engine process, which runs whole jobs on request and reports their times. The peers in Java use it, too. */
@NullMarked
package dev.darkroom.bench.engine;

import org.jspecify.annotations.NullMarked;
