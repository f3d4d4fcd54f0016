/** The crash matrix of the fly-worker. */
@NullMarked
package dev.darkroom.crash.worker;

import org.jspecify.annotations.NullMarked;
