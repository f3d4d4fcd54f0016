/** Registering renditions with a CDN, calling back, and the JSON that both speak. */
@NullMarked
package dev.darkroom.cdn;

import org.jspecify.annotations.NullMarked;
