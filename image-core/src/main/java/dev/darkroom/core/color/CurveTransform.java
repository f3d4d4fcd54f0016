package dev.darkroom.core.color;

import java.util.function.DoubleUnaryOperator;

/** A transform with the same curve for every channel, for gray pictures and for RGB pictures with sRGB primaries. Gray stays gray. */
final class CurveTransform extends ColorTransform {
    private final int[] table = new int[256];

    /**
     * @param light function from an encoded value to linear light, both 0…1
     */
    CurveTransform(DoubleUnaryOperator light) {
        for (int i = 0; i < table.length; i++) {
            table[i] = Srgb.encode8(light.applyAsDouble(i / 255.0)) & 0xFF;
        }
    }

    @Override
    boolean takesGray() {
        return true;
    }

    @Override
    void convert(RgbRow row, int pixels) {
        Lookup.replace(row.red, table, pixels);
        Lookup.replace(row.green, table, pixels);
        Lookup.replace(row.blue, table, pixels);
    }
}
