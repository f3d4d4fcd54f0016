package dev.darkroom.core.plan;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Size;

/**
 * The plan for one variant.
 *
 * @param encoding the encoding with its format resolved
 * @param rewrite whether the variant is the rewritten source file instead of newly encoded pixels
 */
public record PlannedVariant(String name, Placement placement, Encoding encoding, boolean rewrite) {
    public Size size() {
        return placement.canvas();
    }
}
