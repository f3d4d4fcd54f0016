package dev.darkroom.core.color;

import dev.darkroom.core.color.icc.IccProfile;
import dev.darkroom.core.color.icc.UnusableProfileException;

/** What tests ask of an ICC profile. */
public final class ProfileChecks {
    private ProfileChecks() {}

    /** Whether the profile has the same effect as sRGB. False for a profile that cannot be used. */
    public static boolean isSrgb(IccProfile profile) {
        try {
            return ColorTransform.of(profile).isIdentity();
        } catch (UnusableProfileException e) {
            return false;
        }
    }
}
