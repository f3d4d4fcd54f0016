package dev.darkroom.core.resample;

import dev.darkroom.spi.codec.Layout.Range;

/**
 * A conversion of the YCbCr range (ITU-R BT.601), {@code value * gain + bias}. The resize applies it to its values before they are rounded
 * to 8 bits.
 */
public record RangeConversion(float gain, float bias) {
    private static final RangeConversion NONE = new RangeConversion(1, 0);

    public static RangeConversion between(Range from, Range to, int plane) {
        if (from == to) {
            return NONE;
        }
        float span = plane == 0 ? 219f / 255f : 224f / 255f;
        float offset = plane == 0 ? 16f : 128f - 128f * span;
        return to == Range.LIMITED ? new RangeConversion(span, offset) : new RangeConversion(1 / span, -offset / span);
    }
}
