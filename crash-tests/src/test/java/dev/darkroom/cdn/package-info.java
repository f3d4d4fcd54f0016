/** Gives the crash tests access to the CDN client. */
@NullMarked
package dev.darkroom.cdn;

import org.jspecify.annotations.NullMarked;
