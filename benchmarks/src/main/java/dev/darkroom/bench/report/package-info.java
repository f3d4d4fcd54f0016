/** Writes the results as pages with plots. */
@NullMarked
package dev.darkroom.bench.report;

import org.jspecify.annotations.NullMarked;
