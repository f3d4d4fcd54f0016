/** Gives the crash tests access to the worker. */
@NullMarked
package dev.darkroom.worker;

import org.jspecify.annotations.NullMarked;
