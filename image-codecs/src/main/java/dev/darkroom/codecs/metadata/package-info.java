/** Finds the metadata of JPEG, PNG, GIF and WebP files and reads what people ask for. */
@NullMarked
package dev.darkroom.codecs.metadata;

import org.jspecify.annotations.NullMarked;
