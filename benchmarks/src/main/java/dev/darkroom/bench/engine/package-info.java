/** A process that does whole jobs when told to, and says what they took. The peers written in Java use it too. */
@NullMarked
package dev.darkroom.bench.engine;

import org.jspecify.annotations.NullMarked;
