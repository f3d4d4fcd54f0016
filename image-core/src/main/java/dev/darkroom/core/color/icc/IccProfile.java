package dev.darkroom.core.color.icc;

import dev.darkroom.core.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * An ICC profile of version 2 or 4. The header and the tag table are read and checked at creation. The tags are read on demand. Immutable
 * and thread-safe. It keeps a reference to the bytes and does not copy them.
 *
 * <p>Source: ICC.1:2022 (version 4.4) and ICC.1:2001-04 (version 2.4).
 */
public final class IccProfile {
    /** The maximum length of a profile in bytes: ten times the length of press profiles. */
    public static final int MAX_BYTES = 16 << 20;

    private static final String[] LUT_OF_INTENT = {"A2B0", "A2B1", "A2B2", "A2B1"};

    private final IccHeader header;
    private final TagTable tags;

    private IccProfile(IccHeader header, TagTable tags) {
        this.header = header;
        this.tags = tags;
    }

    /** Reads the header and the tag table. Fails with the reason if they already show that the profile cannot be used. */
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

    /** The profile's description: one line of at most 100 printable characters; empty if it is missing or unreadable. */
    public String description() {
        try {
            return ProfileText.of(tags.find("desc"));
        } catch (UnusableProfileException e) {
            return "";
        }
    }

    /** XYZ of the media white point, with Y = 1 for a perfect diffuser. For information only: transforms are relative to it. */
    public double[] whitePoint() throws UnusableProfileException {
        return tags.xyz("wtpt");
    }

    /**
     * The matrix that the profile's creator used to adapt measurements to D50, in row order, or null if the profile has none. For
     * information only: the colorants are already adapted.
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

    /** The lookup table for the header's rendering intent, or the perceptual one. Null if there is none: then matrix and curves apply. */
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

    /** The matrix from linear device RGB to XYZ relative to D50. */
    public Matrix3 colorants() throws UnusableProfileException {
        return Matrix3.columns(tags.xyz("rXYZ"), tags.xyz("gXYZ"), tags.xyz("bXYZ"));
    }
}
