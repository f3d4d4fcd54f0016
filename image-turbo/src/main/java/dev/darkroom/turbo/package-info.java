/** Shared parts of the native codecs: availability, loading of libraries, native memory. */
@NullMarked
package dev.darkroom.turbo;

import org.jspecify.annotations.NullMarked;
