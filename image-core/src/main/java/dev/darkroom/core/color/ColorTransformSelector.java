package dev.darkroom.core.color;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorEncoding.Cicp;
import dev.darkroom.core.ColorEncoding.Gamma;
import dev.darkroom.core.ColorEncoding.Icc;
import dev.darkroom.core.ColorEncoding.Srgb;
import dev.darkroom.core.color.icc.IccProfile;
import dev.darkroom.core.color.icc.UnusableProfileException;

/** Finds the transform for a {@link ColorEncoding}, or the reason why there is none. */
final class ColorTransformSelector {
    private ColorTransformSelector() {}

    static ColorConversion of(ColorEncoding encoding, int components) {
        if (components != 1 && components != 3) {
            throw new IllegalArgumentException("a picture of " + components + " components is neither gray nor RGB");
        }
        try {
            return new ColorConversion.Understood(transform(encoding, components == 1));
        } catch (UnusableProfileException e) {
            return new ColorConversion.Ignored(name(encoding) + " ignored, sRGB assumed: " + e.reason());
        }
    }

    private static ColorTransform transform(ColorEncoding encoding, boolean gray) throws UnusableProfileException {
        if (encoding instanceof Icc icc) {
            return ofProfile(IccProfile.parse(icc.profile()), gray);
        }
        if (encoding instanceof Cicp cicp) {
            return gray
                    ? PrimariesTransform.ofGrayTransfer(cicp.transfer())
                    : PrimariesTransform.ofCicp(cicp.primaries(), cicp.transfer());
        }
        if (encoding instanceof Gamma gamma) {
            return gray
                    ? PrimariesTransform.ofGrayGamma(gamma.gamma())
                    : PrimariesTransform.ofGamma(gamma.gamma(), gamma.chromaticities());
        }
        return ColorTransform.identity();
    }

    private static ColorTransform ofProfile(IccProfile profile, boolean gray) throws UnusableProfileException {
        if (gray ? profile.header().isRgb() : profile.header().isGray()) {
            throw new UnusableProfileException(
                    "it is for " + (gray ? "RGB, the picture is gray" : "gray, the picture is not"));
        }
        return ColorTransform.of(profile);
    }

    private static String name(ColorEncoding encoding) {
        if (encoding instanceof Srgb) {
            return "sRGB";
        }
        return encoding instanceof Icc ? "ICC profile" : encoding instanceof Cicp ? "cICP chunk" : "gAMA chunk";
    }
}
