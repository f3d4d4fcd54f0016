/** That a job ends when it must: cancelled, or out of time, wherever it is. */
@NullMarked
package dev.darkroom.hostile.deadline;

import org.jspecify.annotations.NullMarked;
