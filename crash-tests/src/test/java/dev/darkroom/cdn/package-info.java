/** The crash tests' way into the CDN client. */
@NullMarked
package dev.darkroom.cdn;

import org.jspecify.annotations.NullMarked;
