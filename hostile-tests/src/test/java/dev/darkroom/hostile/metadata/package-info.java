/**
 * Tests that no private data is in the output. Code plants hidden data in pictures, and a search that shares no code with the library looks
 * for it.
 */
@NullMarked
package dev.darkroom.hostile.metadata;

import org.jspecify.annotations.NullMarked;
