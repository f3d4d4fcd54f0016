/** The worker: it runs one task per process, from the staging bucket to the callback. */
@NullMarked
package dev.darkroom.worker;

import org.jspecify.annotations.NullMarked;
