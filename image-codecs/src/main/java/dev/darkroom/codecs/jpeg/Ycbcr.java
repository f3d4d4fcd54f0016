package dev.darkroom.codecs.jpeg;

import java.awt.color.ColorSpace;

/**
 * Tells the JDK's JPEG writer that samples are YCbCr already. It asks for the type alone and converts nothing; nobody else sees an image
 * of these colors.
 */
final class Ycbcr extends ColorSpace {
    private static final long serialVersionUID = 1L;

    static final Ycbcr INSTANCE = new Ycbcr();

    private Ycbcr() {
        super(TYPE_YCbCr, 3);
    }

    @Override
    public float[] toRGB(float[] samples) {
        throw notConverted();
    }

    @Override
    public float[] fromRGB(float[] samples) {
        throw notConverted();
    }

    @Override
    public float[] toCIEXYZ(float[] samples) {
        throw notConverted();
    }

    @Override
    public float[] fromCIEXYZ(float[] samples) {
        throw notConverted();
    }

    private static UnsupportedOperationException notConverted() {
        return new UnsupportedOperationException("these samples are encoded as they are");
    }
}
