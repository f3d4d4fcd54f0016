package dev.darkroom.core.plan;

import dev.darkroom.core.Encoding;
import dev.darkroom.core.Size;

/**
 * What will be made of one variant.
 *
 * @param encoding with its format settled
 * @param rewrite whether it is the cleaned source itself rather than newly encoded pixels
 */
public record PlannedVariant(String name, Placement placement, Encoding encoding, boolean rewrite) {
    public Size size() {
        return placement.canvas();
    }
}
