package dev.darkroom.spi.codec;

/**
 * Memory layout and value range of 8-bit pixels.
 *
 * @param range {@link Range#LIMITED} only for YCbCr
 * @param siting position of a subsampled chroma sample relative to its luma samples
 */
public record Layout(Channels channels, Range range, Siting siting) {
    public static final Layout GRAY = of(Channels.GRAY);
    public static final Layout RGB = of(Channels.RGB);
    /** Straight (not premultiplied) alpha. */
    public static final Layout RGBA = of(Channels.RGBA);

    public static final Layout YCBCR_444 = of(Channels.YCBCR_444);
    public static final Layout YCBCR_422 = of(Channels.YCBCR_422);
    public static final Layout YCBCR_420 = of(Channels.YCBCR_420);
    public static final Layout YCBCR_440 = of(Channels.YCBCR_440);

    /** GRAY, RGB and RGBA have one interleaved plane. YCbCr has three planes and the ITU-R BT.601 matrix, as in JFIF and WebP. */
    public enum Channels {
        GRAY(1, 1, 0, 0),
        RGB(1, 3, 0, 0),
        RGBA(1, 4, 0, 0),
        YCBCR_444(3, 1, 0, 0),
        YCBCR_422(3, 1, 1, 0),
        YCBCR_420(3, 1, 1, 1),
        YCBCR_440(3, 1, 0, 1);

        private final int planes;
        private final int bytesPerSample;
        private final int shiftX;
        private final int shiftY;

        Channels(int planes, int bytesPerSample, int shiftX, int shiftY) {
            this.planes = planes;
            this.bytesPerSample = bytesPerSample;
            this.shiftX = shiftX;
            this.shiftY = shiftY;
        }
    }

    /** Full: 0 to 255. Limited: luma 16 to 235, chroma 16 to 240 (ITU-R BT.601). */
    public enum Range {
        FULL,
        LIMITED
    }

    /** CENTER: between the luma samples (JFIF). LEFT: horizontally on the left luma sample (MPEG-2). */
    public enum Siting {
        CENTER,
        LEFT
    }

    private static Layout of(Channels channels) {
        return new Layout(channels, Range.FULL, Siting.CENTER);
    }

    public Layout limited() {
        return new Layout(channels, Range.LIMITED, siting);
    }

    public boolean isPlanar() {
        return channels.planes > 1;
    }

    public boolean hasAlpha() {
        return channels == Channels.RGBA;
    }

    public int planes() {
        return channels.planes;
    }

    /** Interleaved channels of each plane: 1, 3 or 4. */
    public int channelsPerPlane() {
        return channels.bytesPerSample;
    }

    /** log2 of the number of luma columns that share one sample of this plane. */
    public int shiftX(int plane) {
        return plane == 0 ? 0 : channels.shiftX;
    }

    /** log2 of the number of luma rows that share one sample of this plane. */
    public int shiftY(int plane) {
        return plane == 0 ? 0 : channels.shiftY;
    }

    /** Samples in one row of a plane for a picture of this width, rounded up. */
    public int planeWidth(int plane, int width) {
        return ceilShift(width, shiftX(plane));
    }

    /** Rows of a plane for a picture of this height, rounded up. */
    public int planeHeight(int plane, int height) {
        return ceilShift(height, shiftY(plane));
    }

    /** Bytes in one row of a plane, without padding. */
    public int rowBytes(int plane, int width) {
        return Math.multiplyExact(planeWidth(plane, width), channelsPerPlane());
    }

    private static int ceilShift(int value, int shift) {
        return (int) (((long) value + (1 << shift) - 1) >> shift);
    }
}
