/** Access control: routes, access tokens and signed upload links. */
@NullMarked
package dev.darkroom.upload.access;

import org.jspecify.annotations.NullMarked;
