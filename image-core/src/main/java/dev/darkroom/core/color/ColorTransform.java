package dev.darkroom.core.color;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.color.icc.IccProfile;
import dev.darkroom.core.color.icc.UnusableProfileException;
import java.util.Objects;

/**
 * A transform of 8-bit pixels from one colour encoding to sRGB, in place. Immutable and thread-safe. It computes its tables at creation and
 * keeps no reference to the profile.
 *
 * <p>The rendering intent is relative colorimetric for matrix profiles, and that of the profile's table for the others. Colours outside
 * sRGB are clipped per channel. There is no black point compensation.
 */
public abstract sealed class ColorTransform permits IdentityTransform, CurveTransform, MatrixTransform, GridTransform {
    /** Number of interleaved pixels that are converted at a time, so that their channels stay in the L1 cache. */
    private static final int PART = 512;

    ColorTransform() {}

    /** The transform for pixels that are already sRGB. */
    public static ColorTransform identity() {
        return IdentityTransform.INSTANCE;
    }

    /**
     * Finds the transform for a picture of this encoding.
     *
     * @param components number of stored colour components without alpha: 1 for gray, 3 for RGB and for everything that is converted to
     *     RGB. A gray picture gets a transform for GRAY rows that also works, per channel, on RGB and RGBA rows made from gray
     */
    public static ColorConversion from(ColorEncoding encoding, int components) {
        return ColorTransformSelector.of(encoding, components);
    }

    /**
     * The transform of a profile.
     *
     * @throws UnusableProfileException with the reason when the profile is not for RGB or gray pictures, or a required tag is unreadable
     */
    public static ColorTransform of(IccProfile profile) throws UnusableProfileException {
        return ProfileTransform.of(profile);
    }

    /**
     * The transform for the PNG chunks gAMA and cHRM. With the chromaticities of sRGB, a gamma within 1 % of 1/2.2 means the sRGB curve, as
     * most writers intend.
     *
     * @param gamma the exponent of the encoding, such as 0.45455
     */
    public static ColorTransform ofGamma(double gamma, Chromaticities chromaticities) throws UnusableProfileException {
        return PrimariesTransform.ofGamma(gamma, chromaticities);
    }

    /**
     * The transform for ITU-T H.273 code points as in PNG's cICP, full-range RGB. PQ and HLG are mapped to SDR by the tone curve of
     * {@link TransferCurve}.
     */
    public static ColorTransform ofCicp(int primaries, int transfer) throws UnusableProfileException {
        return PrimariesTransform.ofCicp(primaries, transfer);
    }

    /** Whether the transform has no visible effect, so that callers may skip it. */
    public boolean isIdentity() {
        return false;
    }

    /**
     * Converts consecutive pixels in place.
     *
     * @param row interleaved 8-bit samples
     * @param offset index of the first sample of the first pixel
     * @param pixels number of pixels
     * @param stride samples per pixel: 3 for RGB, 4 for RGBA (alpha is unchanged), 1 for GRAY (only for transforms of gray pictures)
     */
    public final void apply(byte[] row, int offset, int pixels, int stride) {
        if (stride != 3 && stride != 4 && !(stride == 1 && takesGray())) {
            throw new IllegalArgumentException("pixels of " + stride + " samples do not fit this transform");
        }
        Objects.checkFromIndexSize(offset, Math.multiplyExact(pixels, stride), row.length);
        RgbRow part = new RgbRow(Math.min(pixels, PART));
        for (int done = 0; done < pixels; done += PART) {
            int count = Math.min(PART, pixels - done);
            part.read(row, offset + done * stride, stride, count);
            convert(part, count);
            part.write(row, offset + done * stride, stride, count);
        }
    }

    /**
     * Converts the first pixels of a row in place.
     *
     * @param row levels from 0 to 255
     */
    public final void apply(RgbRow row, int pixels) {
        convert(row, pixels);
    }

    boolean takesGray() {
        return false;
    }

    /** Implements {@link #apply(RgbRow, int)}. */
    abstract void convert(RgbRow row, int pixels);
}
