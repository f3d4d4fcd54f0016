/** Engines with other libraries, for comparison. Each library is used as its documentation recommends. */
@NullMarked
package dev.darkroom.peers;

import org.jspecify.annotations.NullMarked;

