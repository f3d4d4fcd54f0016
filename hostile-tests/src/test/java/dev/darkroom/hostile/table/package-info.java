/**
 * The table of hostile inputs, their expected outcomes and their limits of CPU time and memory. Start reading at
 * {@code cases.HostileCases}.
 */
@NullMarked
package dev.darkroom.hostile.table;

import org.jspecify.annotations.NullMarked;
