/**
 * Settings that all WebP encoders share.
 */
@NullMarked
package dev.darkroom.core.webp;

import org.jspecify.annotations.NullMarked;
