package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorEncoding.Chromaticities;
import org.jspecify.annotations.Nullable;

/**
 * Finds the colour encoding of a PNG. The order of precedence is cICP, iCCP, sRGB, gAMA with cHRM (PNG 3rd edition, 4.3 and 11.3.2). An
 * invalid chunk is ignored. Only the first of several profiles is inflated, because inflating all of them would be unbounded work.
 */
final class PngColor {
    /** The gamma of sRGB in PNG's unit of 1/100000. */
    private static final int SRGB_GAMMA = 45455;
    /** Maximum relative difference from the gamma of sRGB at which no conversion is done; the threshold of libpng. */
    private static final double GAMMA_TOLERANCE = 0.05;

    private static final double PRIMARIES_TOLERANCE = 0.00101;
    private static final double UNIT = 100_000;

    private final Bytes file;
    private ColorEncoding.@Nullable Cicp cicp;
    private @Nullable Bytes profile;
    private boolean profileRead;
    private boolean srgb;
    private long gamma;
    private @Nullable Chromaticities chromaticities;

    PngColor(Bytes file) {
        this.file = file;
    }

    static boolean knows(int type) {
        return type == PngChunk.CICP
                || type == PngChunk.ICCP
                || type == PngChunk.SRGB
                || type == PngChunk.GAMA
                || type == PngChunk.CHRM;
    }

    /** Reads a colour chunk. The chunk must be before the pixels and have a correct CRC. */
    void take(PngChunk chunk) {
        Bytes data = chunk.data(file);
        switch (chunk.type()) {
            case PngChunk.CICP -> cicp = cicp == null ? cicp(data) : cicp;
            case PngChunk.ICCP -> {
                profile = profileRead ? profile : PngProfile.inflate(data);
                profileRead = true;
            }
            case PngChunk.SRGB -> srgb |= data.length() == 1 && data.u8(0) <= 3;
            case PngChunk.GAMA -> gamma = gamma == 0 ? gamma(data) : gamma;
            case PngChunk.CHRM -> chromaticities = chromaticities == null ? chromaticities(data) : chromaticities;
            default -> throw new IllegalArgumentException("not a colour chunk: " + chunk.name());
        }
    }

    ColorEncoding encoding() {
        if (cicp != null) {
            boolean isSrgb = cicp.primaries() == 1 && cicp.transfer() == 13;
            return isSrgb ? ColorEncoding.SRGB : cicp;
        }
        if (profile != null) {
            return new ColorEncoding.Icc(profile);
        }
        if (srgb || gamma == 0) {
            return ColorEncoding.SRGB;
        }
        Chromaticities primaries = chromaticities == null ? Chromaticities.SRGB : chromaticities;
        boolean plain = Math.abs((double) gamma / SRGB_GAMMA - 1) <= GAMMA_TOLERANCE && areSrgb(primaries);
        return plain ? ColorEncoding.SRGB : new ColorEncoding.Gamma(gamma / UNIT, primaries);
    }

    /** Accepts full-range RGB only: PNG allows no matrix, and no decoder of this library reads narrow range. */
    private static ColorEncoding.@Nullable Cicp cicp(Bytes data) {
        boolean usable = data.length() == 4 && data.u8(2) == 0 && data.u8(3) == 1;
        return usable ? new ColorEncoding.Cicp(data.u8(0), data.u8(1)) : null;
    }

    /** The gamma; 0 for an implausible one, below 0.01 or above 10. */
    private static long gamma(Bytes data) {
        long value = data.length() == 4 ? data.u32(0) : 0;
        return value >= 1_000 && value <= 1_000_000 ? value : 0;
    }

    private static @Nullable Chromaticities chromaticities(Bytes data) {
        if (data.length() != 32) {
            return null;
        }
        double[] v = new double[8];
        for (int i = 0; i < 8; i++) {
            v[i] = data.u32(4 * i) / UNIT;
        }
        for (int i = 0; i < 8; i += 2) {
            boolean inside = v[i] <= 1 && v[i + 1] > 0 && v[i] + v[i + 1] <= 1.0001;
            if (!inside) {
                return null;
            }
        }
        double area = (v[4] - v[2]) * (v[7] - v[3]) - (v[6] - v[2]) * (v[5] - v[3]);
        return Math.abs(area) < 0.001 ? null : new Chromaticities(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }

    private static boolean areSrgb(Chromaticities c) {
        Chromaticities s = Chromaticities.SRGB;
        return near(c.whiteX(), s.whiteX())
                && near(c.whiteY(), s.whiteY())
                && near(c.redX(), s.redX())
                && near(c.redY(), s.redY())
                && near(c.greenX(), s.greenX())
                && near(c.greenY(), s.greenY())
                && near(c.blueX(), s.blueX())
                && near(c.blueY(), s.blueY());
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) < PRIMARIES_TOLERANCE;
    }
}
