package dev.darkroom.peers;

import com.sksamuel.scrimage.ImmutableImage;
import com.sksamuel.scrimage.nio.ImageWriter;
import com.sksamuel.scrimage.nio.JpegWriter;
import com.sksamuel.scrimage.webp.WebpWriter;
import dev.darkroom.bench.engine.EngineArguments;
import dev.darkroom.bench.engine.EngineLoop;
import dev.darkroom.bench.engine.JobKind;
import dev.darkroom.bench.engine.StageTimes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Engine that uses scrimage. It reads each photograph once and makes all variants from it. For WebP, scrimage starts one {@code cwebp}
 * process per variant.
 */
public final class Scrimage {
    private Scrimage() {}

    /** Serves {@link EngineArguments}. */
    public static void main(String[] arguments) throws Exception {
        EngineArguments given = EngineArguments.of(arguments);
        boolean jpeg = given.kind() == JobKind.JPEG;
        ImageWriter writer = jpeg
                ? new JpegWriter().withCompression(80)
                : WebpWriter.DEFAULT.withQ(80).withM(4);
        new EngineLoop(given, (photo, encoded, times) -> {
                    long start = System.nanoTime();
                    ImmutableImage picture = ImmutableImage.loader().fromBytes(encoded);
                    times.add("read", System.nanoTime() - start);
                    Map<Integer, byte[]> variants = new LinkedHashMap<>();
                    for (int size : given.kind().sizes()) {
                        variants.put(size, variant(picture, size, jpeg, writer, times));
                    }
                    return variants;
                })
                .serve(List.of("scrimage 4.6.6"));
    }

    private static byte[] variant(
            ImmutableImage picture, int size, boolean square, ImageWriter writer, StageTimes times) throws IOException {
        long start = System.nanoTime();
        int side = square ? Math.max(picture.width, picture.height) : picture.width;
        ImmutableImage sized = picture;
        if (side > size) {
            sized = square ? picture.bound(size, size) : picture.scaleToWidth(size);
        }
        times.add("resize", System.nanoTime() - start);
        long resized = System.nanoTime();
        byte[] bytes = sized.bytes(writer);
        times.add("encode", System.nanoTime() - resized);
        return bytes;
    }
}
