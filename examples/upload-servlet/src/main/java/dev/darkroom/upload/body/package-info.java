/** Receives a request body: admission, data rate, multipart forms and the format check. */
@NullMarked
package dev.darkroom.upload.body;

import org.jspecify.annotations.NullMarked;
