/** JSON to and from plain values, under limits. */
@NullMarked
package dev.darkroom.json;

import org.jspecify.annotations.NullMarked;
