package dev.darkroom.codecs;

import dev.darkroom.testkit.ExternalProgram;
import java.util.Optional;

/** Decodes the first frame with libvips to 8-bit samples. Libvips determines the number of channels. */
public final class VipsRaw {
    private VipsRaw() {}

    /** Returns empty if libvips rejects the file. The raw output contains no size, so the caller must know it. */
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
