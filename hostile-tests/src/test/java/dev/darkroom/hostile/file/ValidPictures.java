package dev.darkroom.hostile.file;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.pipeline.Pipeline;
import java.util.Map;

/** Small valid pictures, from which hostile files are made. */
public final class ValidPictures {
    public static final int SIDE = 24;

    private ValidPictures() {}

    public static byte[] png() {
        return PngBuilder.innocent();
    }

    public static byte[] gif() {
        return GifBuilder.innocent();
    }

    /** A JPEG of three components. */
    public static byte[] jpeg() {
        return Encoded.JPEG.clone();
    }

    /** A simple lossy WebP file with one VP8 chunk. */
    public static byte[] webp() {
        return Encoded.WEBP.clone();
    }

    /** The same with another side length, in pixels. */
    public static byte[] webp(int side) {
        byte[] rows = new byte[side * (1 + 3 * side)];
        return encoded(
                PngBuilder.header(side, side, 8, PngBuilder.RGB).idat(rows).end(), Encoding.webp());
    }

    /** A simple lossless WebP file with one VP8L chunk. */
    public static byte[] losslessWebp() {
        return Encoded.LOSSLESS.clone();
    }

    private static final class Encoded {
        static final byte[] JPEG = encoded(png(), Encoding.jpeg());
        static final byte[] WEBP = encoded(png(), Encoding.webp());
        static final byte[] LOSSLESS = encoded(png(), Encoding.webp().lossless(true));
    }

    public static byte[] svg() {
        return SvgText.drawing("<rect width='10' height='10' fill='red'/>");
    }

    private static byte[] encoded(byte[] picture, Encoding encoding) {
        try (Pipeline pipeline = CodecFamily.PORTABLE
                .builder()
                .variant(Variant.named("own").encode(encoding))
                .build()) {
            Outcome outcome = pipeline.process(Source.of(Bytes.wrap(picture)), Map.of());
            return ((Outcome.Completed) outcome).renditions().get(0).bytes().toArray();
        }
    }
}
