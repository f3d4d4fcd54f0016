package dev.darkroom.world.load;

import dev.darkroom.world.demo.GeneratedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * Many uploads at once against a small heap, beside one client's: how fast, what is turned away, whether all that was taken is there, and
 * what is left afterwards. Exit status: 0 when everything is as promised.
 */
public final class LoadRun {
    private static final String HEAP = "256m";
    private static final int CONNECTIONS = 64;
    private static final int DRIPS = 20;
    private static final int WARM_UP = 40;
    private static final int ALONE = 40;
    private static final long MIB = 1 << 20;
    private static final long HEAP_SLACK = 8 * MIB;

    private final List<String> broken = new ArrayList<>();

    private LoadRun() {}

    /** Arguments: the servlet's jar, a folder to work in, and how many uploads. */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("usage: Load JAR FOLDER UPLOADS");
            System.exit(2);
        }
        LoadRun load = new LoadRun();
        load.run(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        load.broken.forEach(promise -> System.out.println("BROKEN: " + promise));
        System.out.println(load.broken.isEmpty() ? "Everything is as promised." : "");
        System.exit(load.broken.isEmpty() ? 0 : 1);
    }

    private void run(Path jar, Path parent, int uploads) throws IOException, InterruptedException, ExecutionException {
        byte[] photo = GeneratedPhoto.jpeg();
        System.out.printf(
                "A photograph of 12 megapixels, %.1f MiB; the server has -Xmx%s%n", photo.length / (double) MIB, HEAP);
        Path folder = Files.createTempDirectory(Files.createDirectories(parent), "load");
        try (UploadServer server = UploadServer.start(jar, HEAP, folder)) {
            LoadPhase.run(server, "warm", WARM_UP, 4, photo);
            LoadPhase.run(server, "burst", CONNECTIONS, CONNECTIONS, photo);
            long before = server.liveHeap();
            Set<Path> files = server.temporaryFiles();
            LoadPhase alone = show("alone", LoadPhase.run(server, "alone", ALONE, 1, photo));
            LoadPhase many = show("many", LoadPhase.run(server, "many", uploads, CONNECTIONS, photo));
            LoadPhase dripped;
            try (SlowConnections drips = new SlowConnections(server.address(), DRIPS)) {
                dripped = show("beside " + drips.count() + " drips", LoadPhase.run(server, "dripped", ALONE, 1, photo));
            }
            judge(alone, many, dripped, uploads);
            stored(server, many);
            left(server, before, files);
        }
    }

    private static LoadPhase show(String name, LoadPhase phase) {
        System.out.println(name + ": " + phase);
        return phase;
    }

    private void judge(LoadPhase alone, LoadPhase many, LoadPhase dripped, int uploads) {
        double taken = 100.0 * many.tally().count(201) / uploads;
        double speed = 100 * many.perCoreSecond() / alone.perCoreSecond();
        System.out.printf(
                "taken in the end: %.1f %%; turned away on the way: %d times%n",
                taken, many.tally().count(429));
        System.out.printf("a core does %.0f %% of what it does for one client%n", speed);
        System.out.printf(
                "beside drips, one client is served at %.0f %% of its speed%n",
                100 * dripped.perSecond() / alone.perSecond());
        promise(many.tally().others() == 0, "every answer is 201 or 429: " + many.tally());
        promise(taken >= 95, "at least 95 % are taken");
        promise(speed >= 80, "a core does at least 80 % of what it does for one client");
        promise(
                dripped.tally().count(201) == dripped.uploads(),
                "drips keep nobody from being served: " + dripped.tally());
    }

    private void stored(UploadServer server, LoadPhase many) throws IOException, InterruptedException {
        LoadClient client = new LoadClient(server.address(), new ResponseCounts());
        int whole = 0;
        for (String manifest : many.tally().manifests()) {
            whole += client.isStoredWhole(manifest) ? 1 : 0;
        }
        System.out.println("stored whole: " + whole + " of " + many.tally().count(201));
        promise(whole == many.tally().count(201), "all that was taken is stored whole");
    }

    private void left(UploadServer server, long before, Set<Path> files) throws IOException, InterruptedException {
        long after = server.liveHeap();
        System.out.printf("live heap: %.1f MiB before, %.1f MiB after%n", before / (double) MIB, after / (double) MIB);
        promise(after <= before + HEAP_SLACK, "the heap is back at its start");
        Set<Path> left = server.temporaryFiles();
        left.removeAll(files);
        promise(left.isEmpty(), "no temporary file is left: " + left);
        promise(!server.ranOutOfMemory(), "there was memory enough: " + server.said());
    }

    private void promise(boolean kept, String promise) {
        if (!kept) {
            broken.add(promise);
        }
    }
}
