/** Tests failing services and killed processes at every request of the worker and the servlet. */
@NullMarked
package dev.darkroom.crash;

import org.jspecify.annotations.NullMarked;
