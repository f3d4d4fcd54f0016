/**
 * The size plan: a pure function from a picture's info, the variants and the limits to the sizes of the outputs.
 */
@NullMarked
package dev.darkroom.core.plan;

import org.jspecify.annotations.NullMarked;
