/** Value types: sources, formats, sizes, variants, plans, outcomes and failures. Only {@link dev.darkroom.core.Source} does I/O. */
@NullMarked
package dev.darkroom.core;

import org.jspecify.annotations.NullMarked;
