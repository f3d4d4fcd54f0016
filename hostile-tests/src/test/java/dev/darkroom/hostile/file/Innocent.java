package dev.darkroom.hostile.file;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.hostile.Family;
import dev.darkroom.pipeline.Pipeline;
import java.util.Map;

/** Small pictures with nothing wrong, for others to be made of. */
public final class Innocent {
    public static final int SIDE = 24;

    private Innocent() {}

    public static byte[] png() {
        return PngBuilder.innocent();
    }

    public static byte[] gif() {
        return GifBuilder.innocent();
    }

    /** Of three components. */
    public static byte[] jpeg() {
        return Encoded.JPEG.clone();
    }

    /** A simple file: one VP8 chunk. */
    public static byte[] webp() {
        return Encoded.WEBP.clone();
    }

    /** A simple file: one VP8L chunk. */
    public static byte[] losslessWebp() {
        return Encoded.LOSSLESS.clone();
    }

    private static final class Encoded {
        static final byte[] JPEG = encoded(Encoding.jpeg());
        static final byte[] WEBP = encoded(Encoding.webp());
        static final byte[] LOSSLESS = encoded(Encoding.webp().lossless(true));
    }

    public static byte[] svg() {
        return SvgText.drawing("<rect width='10' height='10' fill='red'/>");
    }

    private static byte[] encoded(Encoding encoding) {
        try (Pipeline pipeline = Family.PORTABLE
                .builder()
                .variant(Variant.named("own").encode(encoding))
                .build()) {
            Outcome outcome = pipeline.process(Source.of(Bytes.wrap(png())), Map.of());
            return ((Outcome.Completed) outcome).renditions().get(0).bytes().toArray();
        }
    }
}
