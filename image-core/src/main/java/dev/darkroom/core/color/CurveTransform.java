package dev.darkroom.core.color;

import java.util.function.DoubleUnaryOperator;

/** The same curve for every channel: gray pictures, and RGB ones of sRGB's primaries. Gray stays gray. */
final class CurveTransform extends ColorTransform {
    private final byte[] table = new byte[256];

    /**
     * @param light linear light of an encoded value, both 0…1
     */
    CurveTransform(DoubleUnaryOperator light) {
        for (int i = 0; i < table.length; i++) {
            table[i] = Srgb.encode8(light.applyAsDouble(i / 255.0));
        }
    }

    @Override
    boolean takesGray() {
        return true;
    }

    @Override
    void convert(byte[] row, int offset, int pixels, int stride) {
        int channels = Math.min(stride, 3);
        for (int p = 0, at = offset; p < pixels; p++, at += stride) {
            for (int c = 0; c < channels; c++) {
                row[at + c] = table[row[at + c] & 0xff];
            }
        }
    }
}
