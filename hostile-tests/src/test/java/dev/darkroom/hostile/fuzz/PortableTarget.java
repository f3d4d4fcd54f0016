package dev.darkroom.hostile.fuzz;

import dev.darkroom.hostile.CodecFamily;

/** Fuzz target: every raster format through the whole pipeline, with portable codecs. */
public final class PortableTarget {
    private static final FuzzPipeline JOBS = new FuzzPipeline(CodecFamily.PORTABLE);

    private PortableTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        JOBS.run(input);
        PngChecksums.mended(input).ifPresent(JOBS::run);
    }
}
