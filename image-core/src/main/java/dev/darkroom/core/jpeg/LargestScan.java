package dev.darkroom.core.jpeg;

/** The largest scan that a picture of so many samples can have, that of noise: a photograph's is a tenth of it. */
public final class LargestScan {
    /** Of {@link EntropyTokens}, four each, for a byte of the scan: noise has 1.4 tokens a byte, or fewer with more bits. */
    public static final double TOKEN_BYTES = 6;

    private LargestScan() {}

    /** With optimised tables or without. */
    public static double bytes(long samples, int quality) {
        return samples * bytesPerSample(quality);
    }

    private static double bytesPerSample(int quality) {
        if (quality <= 80) {
            return 0.65;
        }
        return quality <= 90 ? 0.85 : quality <= 95 ? 1.1 : 1.7;
    }
}
