package dev.darkroom.peers.turbojpeg;

import dev.darkroom.bench.engine.EngineArguments;
import dev.darkroom.bench.engine.EngineLoop;
import dev.darkroom.peers.turbojpeg.TurboJpeg.Planes;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Engine that measures libjpeg-turbo alone. It decodes every photograph to planes, at the same scale as a job, and encodes the planes of
 * the variants that an engine made before. It resizes and converts nothing. At most two threads.
 */
public final class TurboJpegBaseline {
    private static final int QUALITY = 80;

    private TurboJpegBaseline() {}

    /** Serves {@link EngineArguments}; the first argument is the folder of the variants to encode. */
    public static void main(String[] arguments) throws Exception {
        EngineArguments given = EngineArguments.of(
                List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
        Queue<TurboJpeg> idle = new ConcurrentLinkedQueue<>(List.of(new TurboJpeg(), new TurboJpeg()));
        List<MemorySegment> photos = new ArrayList<>();
        List<Map<Integer, Planes>> variants = new ArrayList<>();
        for (int photo = 0; photo < given.photos().size(); photo++) {
            photos.add(read(given.photos().get(photo)));
            Map<Integer, Planes> sized = new LinkedHashMap<>();
            for (int size : given.kind().sizes()) {
                Path file = Path.of(arguments[0]).resolve(given.kind().fileName(photo, size));
                sized.put(size, idle.element().decode(read(file), Integer.MAX_VALUE, Arena.global()));
            }
            variants.add(sized);
        }
        int largest = given.kind().sizes().get(given.kind().sizes().size() - 1);
        new EngineLoop(given, (photo, encoded, times) -> {
                    Map<Integer, byte[]> made = new LinkedHashMap<>();
                    TurboJpeg library = idle.remove();
                    try (Arena arena = Arena.ofConfined()) {
                        long start = System.nanoTime();
                        library.decode(photos.get(photo), largest, arena);
                        times.add("decode", System.nanoTime() - start);
                        long decoded = System.nanoTime();
                        variants.get(photo)
                                .forEach((size, planes) -> made.put(size, library.encode(planes, QUALITY, arena)));
                        times.add("encode", System.nanoTime() - decoded);
                    } finally {
                        idle.add(library);
                    }
                    return made;
                })
                .serve(List.of("libturbojpeg.so.0", "TJ_OPTIMIZE=" + System.getenv("TJ_OPTIMIZE")));
    }

    private static MemorySegment read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        MemorySegment segment = Arena.global().allocate(bytes.length, 64);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return segment;
    }
}
