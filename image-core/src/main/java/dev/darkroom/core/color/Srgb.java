package dev.darkroom.core.color;

import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.color.icc.Matrix3;
import dev.darkroom.core.color.icc.Pcs;

/** The target encoding: IEC 61966-2-1 (sRGB), 8 bit. */
final class Srgb {
    /** Number of steps of linear light in {@link #ENCODED}. Rounding to a step causes an error of at most 0.1 level, near black. */
    static final int STEPS = 1 << 14;

    /** The 8-bit encoded value of the linear light {@code i / STEPS}. */
    static final byte[] ENCODED = encodedTable();

    /** The matrix from XYZ relative to D50 to linear sRGB. */
    static final Matrix3 FROM_XYZ_D50 =
            Primaries.toXyz(Chromaticities.SRGB, Pcs.d50()).inverse();

    private Srgb() {}

    /** The linear light of an encoded value, both 0…1. */
    static double decode(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /** The encoded value of linear light, both 0…1. Values outside are clipped. */
    static double encode(double light) {
        if (!(light > 0)) {
            return 0;
        }
        return light <= 0.0031308 ? 12.92 * light : light >= 1 ? 1 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    static byte encode8(double light) {
        return (byte) Math.round(255 * encode(light));
    }

    private static byte[] encodedTable() {
        byte[] table = new byte[STEPS + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = encode8((double) i / STEPS);
        }
        return table;
    }
}
