/** Real processes that are given too little memory, room on their disk, descriptors or threads. */
@NullMarked
package dev.darkroom.crash.exhaustion;

import org.jspecify.annotations.NullMarked;
