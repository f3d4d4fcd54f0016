package dev.darkroom.core.resample;

/**
 * Values of sinc(x) sinc(x / 3) inside three lobes, else 0, at equal steps. The sines go on from one to the next by the addition theorem,
 * which is what makes a resize's weights cheap beside its pixels.
 */
final class LanczosLobes {
    static final int COUNT = 3;
    /** Nearer to the middle than this the value is 1 but for less than a billionth, and the sines' own errors would be more. */
    private static final double MIDDLE = 1e-5;

    private final double step;
    private final double turnSin;
    private final double turnCos;
    private double x;
    /** Sine and cosine of pi x / 3. */
    private double sin;

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
        if (Math.abs(x) < MIDDLE) {
            return 1;
        }
        double angle = Math.PI * x;
        double tripled = sin * (3 - 4 * sin * sin);
        return COUNT * tripled * sin / (angle * angle);
    }
}
