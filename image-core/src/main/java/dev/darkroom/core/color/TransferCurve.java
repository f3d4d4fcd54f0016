package dev.darkroom.core.color;

import dev.darkroom.core.color.icc.Curve;
import dev.darkroom.core.color.icc.UnusableProfileException;

/**
 * Transfer characteristics of ITU-T H.273, table 3, as curves from encoded values to linear light.
 *
 * <p>PQ (16) and HLG (18) give light relative to the reference white of 203 cd/m² (ITU-R BT.2408). HLG is rendered for a screen of 1000
 * cd/m² (system gamma 1.2, applied per channel). Then {@code x (1 + x / w²) / (1 + x)} with {@code w = 1000 / 203} compresses each
 * channel. It maps 1000 cd/m² to white and the reference white to about half of it. Brighter light is clipped.
 */
final class TransferCurve {
    private static final double REFERENCE_WHITE = 203;
    private static final double PEAK = 1000;

    private TransferCurve() {}

    static Curve of(int code) throws UnusableProfileException {
        return switch (code) {
            case 1, 6, 14, 15 -> TransferCurve::bt709;
            case 4 -> Curve.power(2.2);
            case 5 -> Curve.power(2.8);
            case 8 -> Curve.IDENTITY;
            case 13 -> Srgb::decode;
            case 16 -> x -> toneMap(10000 * pq(x));
            case 18 -> x -> toneMap(PEAK * Math.pow(hlg(x), 1.2));
            default -> throw new UnusableProfileException("transfer characteristics " + code + " are not known");
        };
    }

    private static double bt709(double v) {
        return v < 4.5 * 0.018 ? v / 4.5 : Math.pow((v + 0.099) / 1.099, 1 / 0.45);
    }

    /** The curve of SMPTE ST 2084; the value 1 is 10000 cd/m². */
    private static double pq(double v) {
        double p = Math.pow(v, 4096 / (2523 * 128.0));
        double c1 = 3424 / 4096.0;
        double c2 = 2413 / 128.0;
        double c3 = 2392 / 128.0;
        return Math.pow(Math.max(p - c1, 0) / (c2 - c3 * p), 8192 / 1305.0);
    }

    /** The curve of ITU-R BT.2100, table 5: scene light, 0…1. */
    private static double hlg(double v) {
        double a = 0.17883277;
        double b = 1 - 4 * a;
        double c = 0.5 - a * Math.log(4 * a);
        return v <= 0.5 ? v * v / 3 : (Math.exp((v - c) / a) + b) / 12;
    }

    private static double toneMap(double candelas) {
        double x = candelas / REFERENCE_WHITE;
        double white = PEAK / REFERENCE_WHITE;
        return x * (1 + x / (white * white)) / (1 + x);
    }
}
