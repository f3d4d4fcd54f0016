package dev.darkroom.core.color.icc;

/**
 * The five functions of parametricCurveType (ICC.1:2022 10.18) in one form: {@code (a x + b)^g + e} for x of at least {@code d}, and
 * {@code c x + f} below.
 */
record ParametricCurve(double g, double a, double b, double c, double d, double e, double f) implements Curve {
    private static final int[] PARAMETERS = {1, 3, 4, 5, 7};

    /** The number of s15Fixed16 parameters of a function type. */
    static int parameters(int type) throws UnusableProfileException {
        if (type < 0 || type >= PARAMETERS.length) {
            throw new UnusableProfileException("parametric curve function " + type + " is not known");
        }
        return PARAMETERS[type];
    }

    static Curve of(int type, double[] p) throws UnusableProfileException {
        return switch (type) {
            case 0 -> Curve.power(p[0]);
            case 1 -> new ParametricCurve(p[0], p[1], p[2], 0, zero(p), 0, 0);
            case 2 -> new ParametricCurve(p[0], p[1], p[2], 0, zero(p), p[3], p[3]);
            case 3 -> new ParametricCurve(p[0], p[1], p[2], p[3], p[4], 0, 0);
            case 4 -> new ParametricCurve(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
            default -> throw new UnusableProfileException("parametric curve function " + type + " is not known");
        };
    }

    /** The zero of {@code a x + b}, where functions 1 and 2 start. */
    private static double zero(double[] p) throws UnusableProfileException {
        if (p[1] == 0) {
            throw new UnusableProfileException("a parametric curve divides by zero");
        }
        return -p[2] / p[1];
    }

    @Override
    public double at(double x) {
        if (x < d) {
            return Curve.finite(c * x + f);
        }
        double base = a * x + b;
        return Curve.finite((base > 0 ? Math.pow(base, g) : 0) + e);
    }
}
