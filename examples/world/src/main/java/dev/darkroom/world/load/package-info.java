/** Load test of the upload servlet with many clients at the same time. */
@NullMarked
package dev.darkroom.world.load;

import org.jspecify.annotations.NullMarked;
