package dev.darkroom.core.color;

import dev.darkroom.core.color.icc.Curve;
import dev.darkroom.core.color.icc.IccHeader;
import dev.darkroom.core.color.icc.IccProfile;
import dev.darkroom.core.color.icc.Lut;
import dev.darkroom.core.color.icc.Pcs;
import dev.darkroom.core.color.icc.UnusableProfileException;
import org.jspecify.annotations.Nullable;

/** Chooses the transform of an ICC profile: its lookup table if there is one, otherwise matrix and curves, or the gray curve. */
final class ProfileTransform {
    private ProfileTransform() {}

    static ColorTransform of(IccProfile profile) throws UnusableProfileException {
        IccHeader header = profile.header();
        if (header.channels() == 0) {
            throw new UnusableProfileException(
                    "it is for '" + header.colorSpace().strip() + "' pictures, not for RGB or gray");
        }
        Lut lut = profile.lut();
        ColorTransform transform =
                header.isGray() ? gray(profile, lut) : lut != null ? new GridTransform(lut) : matrix(profile);
        return IdentityTransform.recognise(transform);
    }

    private static ColorTransform matrix(IccProfile profile) throws UnusableProfileException {
        return new MatrixTransform(
                profile.curve("rTRC"),
                profile.curve("gTRC"),
                profile.curve("bTRC"),
                Srgb.FROM_XYZ_D50.times(profile.colorants()));
    }

    /** Uses the luminance only, so a gray picture stays gray. With a Lab connection space the curve gives L*. */
    private static ColorTransform gray(IccProfile profile, @Nullable Lut lut) throws UnusableProfileException {
        if (lut != null) {
            return new CurveTransform(x -> lut.toXyz(x)[1]);
        }
        Curve curve = profile.curve("kTRC");
        return new CurveTransform(profile.header().isLab() ? x -> Pcs.lab(100 * curve.at(x), 0, 0)[1] : curve::at);
    }
}
