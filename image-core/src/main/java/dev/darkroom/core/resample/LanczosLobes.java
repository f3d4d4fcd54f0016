package dev.darkroom.core.resample;

/**
 * Values of sinc(x) sinc(x / 3) at equal steps; 0 outside three lobes. Each sine is computed from the one before by the addition theorem.
 * So the weights of a resize cost little compared with its pixels.
 */
final class LanczosLobes {
    static final int COUNT = 3;
    /** Below this distance the value is 1 within one billionth, which is less than the error of the sines. */
    private static final double CENTER_DISTANCE = 1e-5;

    private final double step;
    private final double turnSin;
    private final double turnCos;
    private double x;
    /** Sine of pi x / 3. */
    private double sin;

    /** Cosine of pi x / 3. */
    private double cos;

    LanczosLobes(double x, double step) {
        this.x = x;
        this.step = step;
        double third = Math.PI / COUNT;
        this.sin = Math.sin(third * x);
        this.cos = Math.cos(third * x);
        this.turnSin = Math.sin(third * step);
        this.turnCos = Math.cos(third * step);
    }

    double next() {
        double value = value();
        double turned = sin * turnCos + cos * turnSin;
        cos = cos * turnCos - sin * turnSin;
        sin = turned;
        x += step;
        return value;
    }

    private double value() {
        if (Math.abs(x) >= COUNT) {
            return 0;
        }
        if (Math.abs(x) < CENTER_DISTANCE) {
            return 1;
        }
        double angle = Math.PI * x;
        double tripled = sin * (3 - 4 * sin * sin);
        return COUNT * tripled * sin / (angle * angle);
    }
}
