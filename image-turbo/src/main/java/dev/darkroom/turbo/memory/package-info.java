/** Memory for the pixels of jobs outside the Java heap. */
@NullMarked
package dev.darkroom.turbo.memory;

import org.jspecify.annotations.NullMarked;
