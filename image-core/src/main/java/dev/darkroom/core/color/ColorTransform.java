package dev.darkroom.core.color;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.color.icc.IccProfile;
import dev.darkroom.core.color.icc.UnusableProfileException;
import java.util.Objects;

/**
 * Pixels of one colour encoding to sRGB, 8 bit, in place. Immutable and thread-safe; what it needs is computed when it is made, and it keeps
 * nothing of the profile.
 *
 * <p>Rendering is relative colorimetric for matrix profiles and by the profile's own table for the others; what sRGB cannot show is clipped
 * channel by channel, and blacks are not compensated.
 */
public abstract sealed class ColorTransform permits IdentityTransform, CurveTransform, MatrixTransform, GridTransform {
    /** Interleaved pixels taken apart at once: their channels stay in the nearest cache. */
    private static final int PART = 512;

    ColorTransform() {}

    /** The transform of what is sRGB already. */
    public static ColorTransform identity() {
        return IdentityTransform.INSTANCE;
    }

    /**
     * What to do with a picture of this encoding.
     *
     * @param components colour components that the picture stores, alpha aside: 1 for gray, 3 for RGB and all that becomes RGB. Gray pictures
     *     get a transform that works on GRAY rows and, channel by channel, on RGB and RGBA rows made from gray
     */
    public static ColorConversion from(ColorEncoding encoding, int components) {
        return ColorTransformSelector.of(encoding, components);
    }

    /** Fails with the reason when the profile is not for RGB or gray pictures or a tag that is needed cannot be read. */
    public static ColorTransform of(IccProfile profile) throws UnusableProfileException {
        return ProfileTransform.of(profile);
    }

    /**
     * PNG's gAMA and cHRM. A gamma of 1/2.2 within a hundredth is taken to mean the sRGB curve, as most writers do, when the chromaticities are
     * sRGB's.
     *
     * @param gamma the exponent of the encoding, such as 0.45455
     */
    public static ColorTransform ofGamma(double gamma, Chromaticities chromaticities) throws UnusableProfileException {
        return PrimariesTransform.ofGamma(gamma, chromaticities);
    }

    /**
     * ITU-T H.273 code points as in PNG's cICP; full range RGB. PQ and HLG are brought to what an SDR screen shows by the tone curve of
     * {@link TransferCurve}.
     */
    public static ColorTransform ofCicp(int primaries, int transfer) throws UnusableProfileException {
        return PrimariesTransform.ofCicp(primaries, transfer);
    }

    /** Whether applying it changes nothing that could be seen, so that nobody needs to. */
    public boolean isIdentity() {
        return false;
    }

    /**
     * Converts pixels where they are.
     *
     * @param row interleaved 8-bit samples
     * @param offset index of the first pixel's first sample
     * @param pixels how many pixels, one after the other
     * @param stride samples per pixel: 3 for RGB, 4 for RGBA (alpha stays as it is), 1 for GRAY, which only transforms of gray pictures take
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
     * Converts the first pixels of a row where they are.
     *
     * @param row levels from 0 to 255
     */
    public final void apply(RgbRow row, int pixels) {
        convert(row, pixels);
    }

    boolean takesGray() {
        return false;
    }

    /** As {@link #apply(RgbRow, int)}. */
    abstract void convert(RgbRow row, int pixels);
}
