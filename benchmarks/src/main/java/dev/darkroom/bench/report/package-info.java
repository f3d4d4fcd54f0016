/** The results as a page with plots. */
@NullMarked
package dev.darkroom.bench.report;

import org.jspecify.annotations.NullMarked;
