/** Finds metadata in finished files, independently of the code under test. */
@NullMarked
package dev.darkroom.hostile.metadata.scan;

import org.jspecify.annotations.NullMarked;
