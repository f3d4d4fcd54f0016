/** Jobs' pixels outside the Java heap. */
@NullMarked
package dev.darkroom.turbo.memory;

import org.jspecify.annotations.NullMarked;
