package dev.darkroom.core.color;

/** One channel's tone curve over 0…1. Results are finite, whatever the parameters; they may lie outside 0…1. */
interface Curve {
    Curve IDENTITY = x -> x;

    double at(double x);

    /** What pow and division make of hostile parameters, as a number that further arithmetic keeps finite. */
    static double finite(double y) {
        return Double.isNaN(y) ? 0 : Math.max(-65536, Math.min(65536, y));
    }

    static Curve power(double gamma) {
        return x -> finite(x <= 0 ? 0 : Math.pow(x, gamma));
    }
}
