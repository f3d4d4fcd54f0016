/** Tests damaged copies of real pictures with both families of codecs. */
@NullMarked
package dev.darkroom.hostile.mutation;

import org.jspecify.annotations.NullMarked;
