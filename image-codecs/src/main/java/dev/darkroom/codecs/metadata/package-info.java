/** Finds the metadata of JPEG, PNG, GIF and WebP files and reads selected fields. */
@NullMarked
package dev.darkroom.codecs.metadata;

import org.jspecify.annotations.NullMarked;
