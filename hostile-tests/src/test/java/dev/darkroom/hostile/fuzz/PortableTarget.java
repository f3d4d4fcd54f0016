package dev.darkroom.hostile.fuzz;

import dev.darkroom.hostile.CodecFamily;

/** Every raster format through the whole pipeline, on codecs that run anywhere. */
public final class PortableTarget {
    private static final FuzzPipeline JOBS = new FuzzPipeline(CodecFamily.PORTABLE);

    private PortableTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        JOBS.run(input);
        PngChecksums.mended(input).ifPresent(JOBS::run);
    }
}
