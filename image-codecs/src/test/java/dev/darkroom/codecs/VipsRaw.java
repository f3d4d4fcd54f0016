package dev.darkroom.codecs;

import dev.darkroom.testkit.ExternalProgram;
import java.util.Optional;

/** Decodes the first frame with libvips: 8-bit samples, as many channels as libvips takes the file to have. */
public final class VipsRaw {
    private VipsRaw() {}

    /** Empty where libvips refuses. Its output has no size in it, so that one has to be known. */
    public static Optional<Pixels> decode(byte[] file, int width, int height) {
        return ExternalProgram.run(file, "vips", "rawsave", "stdin", "/dev/stdout")
                .map(raw -> {
                    int channels = raw.length / (width * height);
                    if (raw.length == 0 || channels * width * height != raw.length) {
                        throw new AssertionError("libvips decodes to " + raw.length + " bytes: not a picture of "
                                + width + "x" + height);
                    }
                    return new Pixels(width, height, channels, raw);
                });
    }
}
