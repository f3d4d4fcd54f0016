package dev.darkroom.peers;

import dev.darkroom.bench.engine.EngineArguments;
import dev.darkroom.bench.engine.EngineLoop;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Engine that uses Thumbnailator with TwelveMonkeys. It reads each photograph once, turns it upright and makes all variants from it. JPEG
 * only.
 */
public final class Thumbnailator {
    private Thumbnailator() {}

    /** Serves {@link EngineArguments}. */
    public static void main(String[] arguments) throws Exception {
        EngineArguments given = EngineArguments.of(arguments);
        new EngineLoop(given, (photo, encoded, times) -> {
                    long start = System.nanoTime();
                    BufferedImage upright = Thumbnails.of(new ByteArrayInputStream(encoded))
                            .scale(1)
                            .asBufferedImage();
                    times.add("read", System.nanoTime() - start);
                    long written = System.nanoTime();
                    Map<Integer, byte[]> variants =
                            variants(upright, given.kind().sizes());
                    times.add("variants", System.nanoTime() - written);
                    return variants;
                })
                .serve(List.of("Thumbnailator 0.4.21", "TwelveMonkeys 3.14.0"));
    }

    private static Map<Integer, byte[]> variants(BufferedImage upright, List<Integer> sizes) throws IOException {
        Map<Integer, byte[]> variants = new LinkedHashMap<>();
        int longest = Math.max(upright.getWidth(), upright.getHeight());
        for (int size : sizes) {
            Thumbnails.Builder<BufferedImage> picture = Thumbnails.of(upright);
            Thumbnails.Builder<BufferedImage> sized = longest > size ? picture.size(size, size) : picture.scale(1);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            sized.outputFormat("jpg").outputQuality(0.8).toOutputStream(out);
            variants.put(size, out.toByteArray());
        }
        return variants;
    }
}
