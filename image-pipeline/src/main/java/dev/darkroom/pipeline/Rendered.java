package dev.darkroom.pipeline;

import dev.darkroom.core.Placeholder;
import dev.darkroom.core.Rendition;
import java.util.List;
import java.util.Optional;

/**
 * What rendering made.
 *
 * @param renditions one per planned variant, in the plan's order
 */
record Rendered(List<Rendition> renditions, Optional<Placeholder> placeholder) {}
