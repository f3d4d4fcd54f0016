package dev.darkroom.hostile.fuzz;

import dev.darkroom.hostile.Family;

/** Every raster format through the whole pipeline, on native codecs where there are such. */
public final class FastLaneTarget {
    private static final Jobs JOBS = new Jobs(Family.FAST_LANE);

    private FastLaneTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        JOBS.run(input);
        Checksums.mended(input).ifPresent(JOBS::run);
    }
}
