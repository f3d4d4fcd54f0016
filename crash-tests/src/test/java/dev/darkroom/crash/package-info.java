/** Failing services and dying processes, at every step of the worker and the servlet. */
@NullMarked
package dev.darkroom.crash;

import org.jspecify.annotations.NullMarked;
