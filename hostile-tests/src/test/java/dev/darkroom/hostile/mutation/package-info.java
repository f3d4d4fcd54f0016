/** Damaged copies of real pictures, through both families of codecs. */
@NullMarked
package dev.darkroom.hostile.mutation;

import org.jspecify.annotations.NullMarked;
