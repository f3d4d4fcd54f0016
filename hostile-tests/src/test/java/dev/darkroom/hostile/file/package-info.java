/** Builders for hostile files, byte by byte. */
@NullMarked
package dev.darkroom.hostile.file;

import org.jspecify.annotations.NullMarked;
