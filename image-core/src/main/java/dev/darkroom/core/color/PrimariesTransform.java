package dev.darkroom.core.color;

import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.color.icc.Curve;
import dev.darkroom.core.color.icc.Matrix3;
import dev.darkroom.core.color.icc.UnusableProfileException;

/** Transforms of encodings given by a tone curve and primaries: the PNG chunks gAMA, cHRM and cICP. */
final class PrimariesTransform {
    private static final Curve SRGB = Srgb::decode;

    private static final double USUAL_GAMMA = 1 / 2.2;

    /** The smallest plausible gamma. */
    private static final double SMALLEST_GAMMA = 0.05;

    private static final double LARGEST_GAMMA = 20;

    private PrimariesTransform() {}

    static ColorTransform ofGamma(double gamma, Chromaticities chromaticities) throws UnusableProfileException {
        Curve curve = gammaCurve(gamma);
        Matrix3 toSrgb = Primaries.toSrgb(chromaticities);
        boolean srgbPrimaries = of(SRGB, toSrgb).isIdentity();
        return srgbPrimaries ? ofGrayGamma(gamma) : of(curve, toSrgb);
    }

    static ColorTransform ofGrayGamma(double gamma) throws UnusableProfileException {
        Curve curve = gammaCurve(gamma);
        return isUsual(gamma) ? ColorTransform.identity() : IdentityTransform.recognise(new CurveTransform(curve::at));
    }

    static ColorTransform ofCicp(int primaries, int transfer) throws UnusableProfileException {
        Curve curve = TransferCurve.of(transfer);
        return primaries == CicpPrimaries.BT709_PRIMARIES
                ? ofGray(curve)
                : of(curve, Primaries.toSrgb(CicpPrimaries.primaries(primaries)));
    }

    static ColorTransform ofGrayTransfer(int transfer) throws UnusableProfileException {
        return ofGray(TransferCurve.of(transfer));
    }

    private static ColorTransform ofGray(Curve curve) {
        return IdentityTransform.recognise(new CurveTransform(curve::at));
    }

    private static ColorTransform of(Curve curve, Matrix3 toSrgb) {
        return IdentityTransform.recognise(new MatrixTransform(curve, curve, curve, toSrgb));
    }

    private static Curve gammaCurve(double gamma) throws UnusableProfileException {
        if (!(gamma >= SMALLEST_GAMMA && gamma <= LARGEST_GAMMA)) {
            throw new UnusableProfileException(
                    "a gamma of " + gamma + " is outside " + SMALLEST_GAMMA + " to " + LARGEST_GAMMA);
        }
        return Curve.power(1 / gamma);
    }

    /** Whether the gamma means the sRGB curve: most writers of 1/2.2 mean sRGB, and PNG 3rd edition, 11.3.2.5 requires it beside sRGB. */
    private static boolean isUsual(double gamma) {
        return Math.abs(gamma / USUAL_GAMMA - 1) <= 0.01;
    }
}
