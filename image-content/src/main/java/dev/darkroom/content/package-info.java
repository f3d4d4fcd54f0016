/**
 * Pictures of a web site: contents that are replaced atomically, their manifests, the {@code <picture>} element, and ready-made pipelines.
 */
@NullMarked
package dev.darkroom.content;

import org.jspecify.annotations.NullMarked;
