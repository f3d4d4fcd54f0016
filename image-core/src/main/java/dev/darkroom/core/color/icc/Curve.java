package dev.darkroom.core.color.icc;

/** The tone curve of one channel over 0…1. Results are finite for all parameters, but may be outside 0…1. */
public interface Curve {
    Curve IDENTITY = x -> x;

    double at(double x);

    /** Replaces NaN by 0 and limits large values, so that further arithmetic with untrusted parameters stays finite. */
    static double finite(double y) {
        return Double.isNaN(y) ? 0 : Math.max(-65536, Math.min(65536, y));
    }

    /** A power curve. Gamma 1 keeps negative values, which a lookup table's matrix can produce. Any other gamma maps them to 0. */
    static Curve power(double gamma) {
        return gamma == 1 ? IDENTITY : x -> finite(x <= 0 ? 0 : Math.pow(x, gamma));
    }
}
