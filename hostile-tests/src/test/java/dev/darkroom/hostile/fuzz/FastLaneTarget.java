package dev.darkroom.hostile.fuzz;

import dev.darkroom.hostile.CodecFamily;

/** Fuzz target: every raster format through the whole pipeline, with native codecs if they are available. */
public final class FastLaneTarget {
    private static final FuzzPipeline JOBS = new FuzzPipeline(CodecFamily.FAST_LANE);

    private FastLaneTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        JOBS.run(input);
        PngChecksums.mended(input).ifPresent(JOBS::run);
    }
}
