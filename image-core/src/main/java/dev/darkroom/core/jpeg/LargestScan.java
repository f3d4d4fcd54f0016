package dev.darkroom.core.jpeg;

/** An estimate of the largest scan for a number of samples, which is a scan of noise. The scan of a photograph has a tenth of the size. */
public final class LargestScan {
    /** Bytes of {@link EntropyTokens} per byte of the scan. A token has four bytes. Noise has at most 1.4 tokens per byte. */
    public static final double TOKEN_BYTES = 6;

    private LargestScan() {}

    /** The estimate in bytes, for optimized and for standard tables. */
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
