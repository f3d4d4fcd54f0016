package dev.darkroom.bench.engine;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The protocol of an engine. It prints one JSON line when it is ready. It responds to {@code run THREADS} with one JSON line about one pass
 * over all photographs. It ends at {@code quit} or at the end of input.
 */
public final class EngineLoop {
    private final EngineArguments arguments;
    private final PhotoJob job;
    /** The photographs, outside the heap, so that the heap contains only the data of jobs. */
    private final List<ByteBuffer> photos = new ArrayList<>();

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    /** Makes a loop over the photographs in the arguments. Every job gets a copy, as if it had read an upload. */
    public EngineLoop(EngineArguments arguments, PhotoJob job) throws IOException {
        this.arguments = arguments;
        this.job = job;
        Map<Path, ByteBuffer> mapped = new HashMap<>();
        for (Path photo : arguments.photos()) {
            if (!mapped.containsKey(photo)) {
                try (FileChannel file = FileChannel.open(photo)) {
                    mapped.put(photo, file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
                }
            }
            photos.add(mapped.get(photo));
        }
    }

    private byte[] upload(int photo) {
        ByteBuffer file = photos.get(photo).duplicate();
        byte[] bytes = new byte[file.remaining()];
        file.get(bytes);
        return bytes;
    }

    /**
     * Handles requests until {@code quit}.
     *
     * @param about description of the engine, such as libraries and their versions
     */
    public void serve(List<String> about) throws Exception {
        if (arguments.out().isPresent()) {
            writeVariants(arguments.out().get());
        }
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put(
                "runtime", System.getProperty("java.runtime.name") + " " + System.getProperty("java.runtime.version"));
        ready.put("flags", ManagementFactory.getRuntimeMXBean().getInputArguments());
        ready.put("about", about);
        out.println(JsonText.of(ready));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            out.println(JsonText.of(pass(Integer.parseInt(line.replace("run ", "")))));
        }
    }

    private void writeVariants(Path folder) throws Exception {
        Files.createDirectories(folder);
        for (int photo = 0; photo < photos.size(); photo++) {
            for (Map.Entry<Integer, byte[]> variant :
                    job.run(photo, upload(photo), new StageTimes()).entrySet()) {
                Files.write(folder.resolve(arguments.kind().fileName(photo, variant.getKey())), variant.getValue());
            }
        }
    }

    private Map<String, Object> pass(int threads) throws InterruptedException, ExecutionException {
        StageTimes times = new StageTimes();
        AtomicInteger next = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        long wall = System.nanoTime();
        long cpu = ProcessFacts.cpuNanos();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> work(next, bytes, times)));
            }
            for (Future<Void> worker : running) {
                worker.get();
            }
        } finally {
            workers.shutdown();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("wallMs", (System.nanoTime() - wall) / 1e6 / arguments.passes());
        answer.put("cpuMs", (ProcessFacts.cpuNanos() - cpu) / 1e6 / arguments.passes());
        answer.put("bytes", bytes.get() / arguments.passes());
        answer.put("stagesMs", times.millisOfOne(arguments.passes()));
        answer.put("peakKib", ProcessFacts.peakKib());
        return answer;
    }

    @SuppressWarnings("NullAway") // a Callable<Void> has nothing else to return
    private Void work(AtomicInteger next, AtomicLong bytes, StageTimes times) throws Exception {
        int jobs = photos.size() * arguments.passes();
        for (int number = next.getAndIncrement(); number < jobs; number = next.getAndIncrement()) {
            int photo = number % photos.size();
            job.run(photo, upload(photo), times).values().forEach(variant -> bytes.addAndGet(variant.length));
        }
        return null;
    }
}
