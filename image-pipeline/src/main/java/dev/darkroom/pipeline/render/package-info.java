/**
 * Rendering: the plan of all pixels a job makes, and its steps from decoded bands to encoded bytes. Used by the stages Plan, Decode and
 * Render.
 */
@NullMarked
package dev.darkroom.pipeline.render;

import org.jspecify.annotations.NullMarked;
