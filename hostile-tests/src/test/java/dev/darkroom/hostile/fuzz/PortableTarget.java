package dev.darkroom.hostile.fuzz;

import dev.darkroom.hostile.Family;

/** Every raster format through the whole pipeline, on codecs that run anywhere. */
public final class PortableTarget {
    private static final Jobs JOBS = new Jobs(Family.PORTABLE);

    private PortableTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        JOBS.run(input);
        Checksums.mended(input).ifPresent(JOBS::run);
    }
}
