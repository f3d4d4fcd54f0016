/** Files made in code, byte by byte, such as no honest program writes. */
@NullMarked
package dev.darkroom.hostile.file;

import org.jspecify.annotations.NullMarked;
