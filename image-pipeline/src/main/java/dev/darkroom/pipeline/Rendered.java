package dev.darkroom.pipeline;

import dev.darkroom.core.Placeholder;
import dev.darkroom.core.Rendition;
import java.util.List;
import java.util.Optional;

/**
 * The result of the render stage.
 *
 * @param renditions one per planned variant, in the plan's order
 * @param placeholder empty if none was requested, or if nothing was encoded
 */
record Rendered(List<Rendition> renditions, Optional<Placeholder> placeholder) {}
