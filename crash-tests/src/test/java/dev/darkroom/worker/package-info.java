/** The crash tests' way into the worker. */
@NullMarked
package dev.darkroom.worker;

import org.jspecify.annotations.NullMarked;
