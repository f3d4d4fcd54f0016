package dev.darkroom.core.plan;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.core.Sizing;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The plan for one variant.
 *
 * @param encoding the encoding with its format resolved
 * @param rewrite whether the variant is the rewritten source file instead of newly encoded pixels
 */
public record PlannedVariant(String name, Placement placement, Encoding encoding, boolean rewrite) {
    private static final Set<ColorModel> MODELS = EnumSet.of(ColorModel.GRAY, ColorModel.RGB, ColorModel.PALETTE);

    public Size size() {
        return placement.canvas();
    }

    /**
     * Whether a decoder shows the source itself as this variant: same size and format, upright, in sRGB, with 8 bits and one frame, and no
     * setting was chosen that asks for other bytes.
     */
    public boolean isSourceItself(ImageInfo source) {
        return !rewrite
                && !encoding.isExact()
                && encoding.format().equals(Optional.of(source.format()))
                && placement.equals(Placement.of(Sizing.original(), source.displayed()))
                && source.orientation() == Orientation.NORMAL
                && source.color() instanceof ColorEncoding.Srgb
                && MODELS.contains(source.model())
                && source.bitDepth() <= Byte.SIZE
                && source.frames() == 1;
    }
}
