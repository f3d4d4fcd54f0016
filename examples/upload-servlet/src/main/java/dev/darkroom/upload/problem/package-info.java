/** Problem details (RFC 9457): the types of problems, and the responses that carry them. */
@NullMarked
package dev.darkroom.upload.problem;

import org.jspecify.annotations.NullMarked;
