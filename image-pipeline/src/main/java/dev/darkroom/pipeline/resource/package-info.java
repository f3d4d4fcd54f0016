/** The resources that all jobs share and wait for: memory, cores and threads. */
@NullMarked
package dev.darkroom.pipeline.resource;

import org.jspecify.annotations.NullMarked;
