package dev.darkroom.core.color;

/** Computes the CIEDE2000 difference of two Lab colours, and the Lab values of sRGB bytes. */
final class DeltaE2000 {
    private static final double POW_25_7 = Math.pow(25, 7);

    private DeltaE2000() {}

    static double between(double[] lab1, double[] lab2) {
        double meanC = (Math.hypot(lab1[1], lab1[2]) + Math.hypot(lab2[1], lab2[2])) / 2;
        double g = 0.5 * (1 - sevenths(meanC));
        double a1 = (1 + g) * lab1[1];
        double a2 = (1 + g) * lab2[1];
        double c1 = Math.hypot(a1, lab1[2]);
        double c2 = Math.hypot(a2, lab2[2]);
        double h1 = hue(a1, lab1[2]);
        double h2 = hue(a2, lab2[2]);

        double dl = lab2[0] - lab1[0];
        double dc = c2 - c1;
        double dh = c1 * c2 == 0 ? 0 : h2 - h1;
        dh = dh > 180 ? dh - 360 : dh < -180 ? dh + 360 : dh;
        double bigDh = 2 * Math.sqrt(c1 * c2) * sin(dh / 2);

        double l = (lab1[0] + lab2[0]) / 2;
        double c = (c1 + c2) / 2;
        double h = h1 + h2;
        if (c1 * c2 != 0) {
            h = Math.abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? (h + 360) / 2 : (h - 360) / 2;
        }
        double t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.20 * cos(4 * h - 63);
        double sl = 1 + 0.015 * (l - 50) * (l - 50) / Math.sqrt(20 + (l - 50) * (l - 50));
        double sc = 1 + 0.045 * c;
        double sh = 1 + 0.015 * c * t;
        double theta = 30 * Math.exp(-Math.pow((h - 275) / 25, 2));
        double rt = -2 * sevenths(c) * sin(2 * theta);
        double x = dl / sl;
        double y = dc / sc;
        double z = bigDh / sh;
        return Math.sqrt(x * x + y * y + z * z + rt * y * z);
    }

    /** Lab relative to D65 of three sRGB bytes. */
    static double[] labOfSrgb(byte[] rgb, int at) {
        double r = light(rgb[at]);
        double g = light(rgb[at + 1]);
        double b = light(rgb[at + 2]);
        double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double light(byte code) {
        double v = (code & 0xff) / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double f(double t) {
        return t > 216 / 24389.0 ? Math.cbrt(t) : (24389 / 27.0 * t + 16) / 116;
    }

    private static double sevenths(double c) {
        double c7 = Math.pow(c, 7);
        return Math.sqrt(c7 / (c7 + POW_25_7));
    }

    private static double hue(double a, double b) {
        double degrees = a == 0 && b == 0 ? 0 : Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
