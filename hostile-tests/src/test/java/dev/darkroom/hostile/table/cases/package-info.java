/** The hostile files and their expected outcomes. */
@NullMarked
package dev.darkroom.hostile.table.cases;

import org.jspecify.annotations.NullMarked;
