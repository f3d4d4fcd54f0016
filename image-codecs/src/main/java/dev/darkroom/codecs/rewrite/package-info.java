/**
 * Cleans encoded bytes without touching pixels, and reads the metadata that people ask for. What is kept is named; everything else,
 * known or not, is dropped.
 */
@NullMarked
package dev.darkroom.codecs.rewrite;

import org.jspecify.annotations.NullMarked;
