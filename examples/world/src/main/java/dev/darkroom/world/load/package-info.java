/** What many clients at once do to the upload servlet. */
@NullMarked
package dev.darkroom.world.load;

import org.jspecify.annotations.NullMarked;
