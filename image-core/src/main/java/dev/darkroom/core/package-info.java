/** The vocabulary: sources, formats, sizes, variants, plans, outcomes and failures. Values only; nothing here does I/O but {@link dev.darkroom.core.Source}. */
@NullMarked
package dev.darkroom.core;

import org.jspecify.annotations.NullMarked;
