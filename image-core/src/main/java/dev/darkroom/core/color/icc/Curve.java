package dev.darkroom.core.color.icc;

/** One channel's tone curve over 0…1. Results are finite, whatever the parameters; they may lie outside 0…1. */
public interface Curve {
    Curve IDENTITY = x -> x;

    double at(double x);

    /** What pow and division make of hostile parameters, as a number that further arithmetic keeps finite. */
    static double finite(double y) {
        return Double.isNaN(y) ? 0 : Math.max(-65536, Math.min(65536, y));
    }

    /** A gamma of 1 lets negative values through, which a lookup table's matrix can make; any other has nothing to say about them. */
    static Curve power(double gamma) {
        return gamma == 1 ? IDENTITY : x -> finite(x <= 0 ? 0 : Math.pow(x, gamma));
    }
}
