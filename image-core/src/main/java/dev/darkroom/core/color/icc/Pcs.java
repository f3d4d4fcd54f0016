package dev.darkroom.core.color.icc;

/**
 * The encodings of the profile connection space in lookup tables, in 0…1 (ICC.1:2022 6.3.4 and annex A; 10.10 for the older Lab of
 * lut16Type).
 */
public enum Pcs {
    XYZ {
        @Override
        double[] toXyz(double[] v) {
            double scale = 65535 / 32768.0;
            return new double[] {v[0] * scale, v[1] * scale, v[2] * scale};
        }
    },
    LAB {
        @Override
        double[] toXyz(double[] v) {
            return lab(v[0] * 100, v[1] * 255 - 128, v[2] * 255 - 128);
        }
    },
    LAB_OF_LUT16 {
        @Override
        double[] toXyz(double[] v) {
            return lab(v[0] * 65535 / 652.8, v[1] * 65535 / 256 - 128, v[2] * 65535 / 256 - 128);
        }
    };

    private static final double[] D50 = {0.9642, 1, 0.8249};

    /** X, Y and Z of the PCS illuminant (ICC.1:2022 7.2.16). */
    public static double[] d50() {
        return D50.clone();
    }

    /** Converts encoded values, which may be outside 0…1, to XYZ with white at {@link #d50}. */
    abstract double[] toXyz(double[] v);

    public static double[] lab(double l, double a, double b) {
        double y = (l + 16) / 116;
        return new double[] {D50[0] * cube(y + a / 500), D50[1] * cube(y), D50[2] * cube(y - b / 200)};
    }

    private static double cube(double t) {
        return t > 6 / 29.0 ? t * t * t : (t - 4 / 29.0) * 108 / 841;
    }
}
