/**
 * Rendering: the plan of all pixels that a job makes, and the steps from decoded bands to encoded bytes. The stages Plan, Decode and Render
 * use it.
 */
@NullMarked
package dev.darkroom.pipeline.render;

import org.jspecify.annotations.NullMarked;
