package dev.darkroom.pipeline.pixel;

/**
 * Evan Wallace's ThumbHash: the low frequencies of a small picture in 5 to 25 bytes. Sums and rounding follow the order of the reference
 * implementation ({@code rgbaToThumbHash} of the npm package thumbhash 0.1.1), so that the bytes are identical.
 *
 * <p>The bytes are little-endian bit fields. First: 6 bits average luminance, 6 and 6 bits average yellow-blue and red-green, 5 bits scale
 * of luminance, 1 bit for alpha. Then: 3 bits number of luminance terms along the short side, 6 and 6 bits scales of the two chromas, 1 bit
 * for landscape. With alpha: 4 bits average alpha and 4 bits scale of alpha. Then: 4 bits for each term of luminance, the chromas and
 * alpha.
 */
public final class ThumbHash {
    /** Longest side that the reference implementation accepts. A larger picture would give no better hash. */
    public static final int MAX_SIDE = 100;

    private ThumbHash() {}

    /**
     * @param rgba pixels with straight alpha, rows without padding
     */
    public static byte[] of(int width, int height, byte[] rgba) {
        if (width > MAX_SIDE || height > MAX_SIDE || rgba.length != 4 * width * height) {
            throw new IllegalArgumentException("not " + MAX_SIDE + " x " + MAX_SIDE + " RGBA pixels or fewer");
        }
        ThumbHashChannels picture = ThumbHashChannels.of(rgba);
        int most = picture.hasAlpha() ? 5 : 7;
        int longest = Math.max(width, height);
        int across = Math.max(1, (int) Math.round((double) (most * width) / longest));
        int down = Math.max(1, (int) Math.round((double) (most * height) / longest));
        LowFrequencies l = LowFrequencies.of(picture.l(), width, height, Math.max(3, across), Math.max(3, down));
        LowFrequencies p = LowFrequencies.of(picture.p(), width, height, 3, 3);
        LowFrequencies q = LowFrequencies.of(picture.q(), width, height, 3, 3);
        boolean landscape = width > height;
        ThumbHashWriter hash = new ThumbHashWriter();
        hash.put(
                3,
                level(63, l.constant())
                        | (int) Math.round(31.5 + 31.5 * p.constant()) << 6
                        | (int) Math.round(31.5 + 31.5 * q.constant()) << 12
                        | level(31, l.scale()) << 18
                        | (picture.hasAlpha() ? 1 << 23 : 0));
        hash.put(
                2,
                (landscape ? down : across)
                        | level(63, p.scale()) << 3
                        | level(63, q.scale()) << 9
                        | (landscape ? 1 << 15 : 0));
        if (picture.hasAlpha()) {
            LowFrequencies a = LowFrequencies.of(picture.a(), width, height, 5, 5);
            hash.put(1, level(15, a.constant()) | level(15, a.scale()) << 4);
            return hash.terms(l).terms(p).terms(q).terms(a).bytes();
        }
        return hash.terms(l).terms(p).terms(q).bytes();
    }

    static int level(int most, double share) {
        return (int) Math.round(most * share);
    }
}
