/** The fly-worker's part of the crash matrix. */
@NullMarked
package dev.darkroom.crash.worker;

import org.jspecify.annotations.NullMarked;
