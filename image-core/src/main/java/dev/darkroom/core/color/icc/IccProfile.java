package dev.darkroom.core.color.icc;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.color.ColorTransform;
import org.jspecify.annotations.Nullable;

/**
 * An ICC profile of version 2 or 4, its header and tag table read and checked; the tags themselves are read when asked for. Immutable and
 * thread-safe. Keeps a reference to the bytes and copies none of them.
 *
 * <p>Source: ICC.1:2022 (version 4.4) and ICC.1:2001-04 (version 2.4).
 */
public final class IccProfile {
    /** The largest profile that is read: ten times what press profiles have. */
    public static final int MAX_BYTES = 16 << 20;

    private static final String[] LUT_OF_INTENT = {"A2B0", "A2B1", "A2B2", "A2B1"};

    private final IccHeader header;
    private final TagTable tags;

    private IccProfile(IccHeader header, TagTable tags) {
        this.header = header;
        this.tags = tags;
    }

    /** Reads header and tag table; fails with the reason when these alone show that the profile is of no use. */
    public static IccProfile parse(Bytes profile) throws UnusableProfileException {
        if (profile.length() > MAX_BYTES) {
            throw new UnusableProfileException(
                    "it has " + profile.length() + " bytes (at most " + MAX_BYTES + " are read)");
        }
        IccBytes bytes = new IccBytes(profile);
        return new IccProfile(IccHeader.parse(bytes), TagTable.parse(bytes));
    }

    public IccHeader header() {
        return header;
    }

    /** The profile's name for itself, one line of at most 100 printable characters; empty where it has none that can be read. */
    public String description() {
        try {
            return ProfileText.of(tags.find("desc"));
        } catch (UnusableProfileException e) {
            return "";
        }
    }

    /** XYZ of the media's white, Y of a perfect diffuser being 1. For information: transforms are relative to it. */
    public double[] whitePoint() throws UnusableProfileException {
        return tags.xyz("wtpt");
    }

    /**
     * The matrix by which the profile's maker adapted measurements to D50, row by row, or null where the profile does not say. For
     * information: the colorants are adapted already.
     */
    public double @Nullable [] chromaticAdaptation() throws UnusableProfileException {
        IccBytes tag = tags.find("chad");
        if (tag == null) {
            return null;
        }
        double[] nine = new double[9];
        for (int i = 0; i < nine.length; i++) {
            nine[i] = tag.s15f16(8 + 4L * i);
        }
        return nine;
    }

    /**
     * Whether the profile <em>is</em> sRGB by what it does to colours, whatever its name: then nothing needs converting. False for profiles
     * that cannot be used.
     */
    public boolean isSrgb() {
        try {
            return ColorTransform.of(this).isIdentity();
        } catch (UnusableProfileException e) {
            return false;
        }
    }

    /** The lookup table for the header's intent, else the perceptual one, else none: then matrix and curves count. */
    @Nullable
    public Lut lut() throws UnusableProfileException {
        for (String tag : new String[] {LUT_OF_INTENT[header.renderingIntent()], "A2B0"}) {
            IccBytes data = tags.find(tag);
            if (data != null) {
                return Lut.parse(data, header);
            }
        }
        return null;
    }

    public Curve curve(String tag) throws UnusableProfileException {
        return CurveParser.parse(tags.require(tag));
    }

    /** Linear device RGB to XYZ relative to D50. */
    public Matrix3 colorants() throws UnusableProfileException {
        return Matrix3.columns(tags.xyz("rXYZ"), tags.xyz("gXYZ"), tags.xyz("bXYZ"));
    }
}
