/** The upload servlet's part of the crash matrix. */
@NullMarked
package dev.darkroom.crash.upload;

import org.jspecify.annotations.NullMarked;
