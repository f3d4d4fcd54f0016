/** Problem details (RFC 9457): what is wrong with a request, and the answer that says so. */
@NullMarked
package dev.darkroom.upload.problem;

import org.jspecify.annotations.NullMarked;
