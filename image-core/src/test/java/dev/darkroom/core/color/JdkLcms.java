package dev.darkroom.core.color;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.WritableRaster;

/** The reference conversion: the Little CMS of the JDK. */
final class JdkLcms {
    private JdkLcms() {}

    /** Converts interleaved device samples to interleaved sRGB. Throws the exception of the JDK for a profile that the JDK rejects. */
    static byte[] toSrgb(byte[] profile, byte[] samples) {
        ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
        int pixels = samples.length / space.getNumComponents();
        ComponentColorModel from =
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        ComponentColorModel to = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        WritableRaster source = from.createCompatibleWritableRaster(pixels, 1);
        source.setDataElements(0, 0, pixels, 1, samples);
        WritableRaster target = to.createCompatibleWritableRaster(pixels, 1);
        new ColorConvertOp(null)
                .filter(new BufferedImage(from, source, false, null), new BufferedImage(to, target, false, null));
        return ((DataBufferByte) target.getDataBuffer()).getData();
    }
}
