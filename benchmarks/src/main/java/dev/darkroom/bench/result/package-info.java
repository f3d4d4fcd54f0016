/** The results of measurements as files, and the machine they were measured on. */
@NullMarked
package dev.darkroom.bench.result;

import org.jspecify.annotations.NullMarked;
