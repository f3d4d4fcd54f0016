/** Reads and writes JSON as plain values, under limits. */
@NullMarked
package dev.darkroom.json;

import org.jspecify.annotations.NullMarked;
