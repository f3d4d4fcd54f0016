/** Support for a process that hosts a pipeline: settings from environment variables, the life cycle of one task, a log of steps. */
@NullMarked
package dev.darkroom.host;

import org.jspecify.annotations.NullMarked;
