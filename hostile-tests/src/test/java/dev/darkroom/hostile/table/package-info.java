/** The table of hostile inputs: what each is, what has to become of it, and what it may cost. Start reading at {@code Table}. */
@NullMarked
package dev.darkroom.hostile.table;

import org.jspecify.annotations.NullMarked;
