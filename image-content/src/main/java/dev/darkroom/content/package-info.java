/**
 * The pictures of a web site: contents that are replaced whole, their manifests, the {@code <picture>} element, and ready-made pipelines.
 */
@NullMarked
package dev.darkroom.content;

import org.jspecify.annotations.NullMarked;
