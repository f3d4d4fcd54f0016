/** Tests that a job ends in time after it is cancelled or has reached its deadline, at any stage. */
@NullMarked
package dev.darkroom.hostile.deadline;

import org.jspecify.annotations.NullMarked;
