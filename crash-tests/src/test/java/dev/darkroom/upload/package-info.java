/** The crash tests' way into the upload servlet. */
@NullMarked
package dev.darkroom.upload;

import org.jspecify.annotations.NullMarked;
