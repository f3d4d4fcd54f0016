/** The cold process that does one job and ends. */
@NullMarked
package dev.darkroom.bench.worker;

import org.jspecify.annotations.NullMarked;
