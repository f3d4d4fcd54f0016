/** Gives the crash tests access to the upload servlet. */
@NullMarked
package dev.darkroom.upload;

import org.jspecify.annotations.NullMarked;
