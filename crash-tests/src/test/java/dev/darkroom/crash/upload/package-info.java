/** The crash matrix of the upload servlet. */
@NullMarked
package dev.darkroom.crash.upload;

import org.jspecify.annotations.NullMarked;
