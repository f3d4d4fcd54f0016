/** Tests real processes with too little memory, disk space, file descriptors or threads. */
@NullMarked
package dev.darkroom.crash.exhaustion;

import org.jspecify.annotations.NullMarked;
