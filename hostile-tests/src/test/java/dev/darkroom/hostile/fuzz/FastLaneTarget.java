package dev.darkroom.hostile.fuzz;

import dev.darkroom.hostile.CodecFamily;

/** Every raster format through the whole pipeline, on native codecs where there are such. */
public final class FastLaneTarget {
    private static final FuzzPipeline JOBS = new FuzzPipeline(CodecFamily.FAST_LANE);

    private FastLaneTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        JOBS.run(input);
        PngChecksums.mended(input).ifPresent(JOBS::run);
    }
}
