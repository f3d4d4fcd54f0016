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
 * Main class of the load test. It sends many uploads at the same time to a server with a small heap, and compares the speed with that of
 * one client. It counts rejected uploads, checks that all accepted uploads are stored, and looks for memory and files that are left
 * afterwards. Exit status: 0 if all checks pass.
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

    /** Arguments: the jar of the servlet, a working folder and the number of uploads. */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("usage: LoadRun JAR FOLDER UPLOADS");
            System.exit(2);
        }
        LoadRun load = new LoadRun();
        load.run(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        load.broken.forEach(check -> System.out.println("FAILED: " + check));
        System.out.println(load.broken.isEmpty() ? "All checks passed." : "");
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
                dripped = show(
                        "with " + drips.count() + " slow connections",
                        LoadPhase.run(server, "dripped", ALONE, 1, photo));
            }
            checkSpeed(alone, many, dripped, uploads);
            checkStored(server, many);
            checkEnd(server, before, files);
        }
    }

    private static LoadPhase show(String name, LoadPhase phase) {
        System.out.println(name + ": " + phase);
        return phase;
    }

    private void checkSpeed(LoadPhase alone, LoadPhase many, LoadPhase dripped, int uploads) {
        double taken = 100.0 * many.tally().count(201) / uploads;
        double speed = 100 * many.perCoreSecond() / alone.perCoreSecond();
        System.out.printf(
                "accepted in the end: %.1f %%; rejected before: %d times%n",
                taken, many.tally().count(429));
        System.out.printf("throughput per core: %.0f %% of that with one client%n", speed);
        System.out.printf(
                "with slow connections, one client has %.0f %% of its speed%n",
                100 * dripped.perSecond() / alone.perSecond());
        check(many.tally().others() == 0, "every response is 201 or 429: " + many.tally());
        check(taken >= 95, "at least 95 % are accepted");
        check(speed >= 80, "throughput per core is at least 80 % of that with one client");
        check(
                dripped.tally().count(201) == dripped.uploads(),
                "slow connections do not block other clients: " + dripped.tally());
    }

    private void checkStored(UploadServer server, LoadPhase many) throws IOException, InterruptedException {
        LoadClient client = new LoadClient(server.address(), new ResponseCounts());
        int whole = 0;
        for (String manifest : many.tally().manifests()) {
            whole += client.isStoredWhole(manifest) ? 1 : 0;
        }
        System.out.println("stored completely: " + whole + " of " + many.tally().count(201));
        check(whole == many.tally().count(201), "all accepted uploads are stored completely");
    }

    private void checkEnd(UploadServer server, long before, Set<Path> files) throws IOException, InterruptedException {
        long after = server.liveHeap();
        System.out.printf("live heap: %.1f MiB before, %.1f MiB after%n", before / (double) MIB, after / (double) MIB);
        check(after <= before + HEAP_SLACK, "the heap is back at its start");
        Set<Path> left = server.temporaryFiles();
        left.removeAll(files);
        check(left.isEmpty(), "no temporary file is left: " + left);
        check(!server.ranOutOfMemory(), "the server did not run out of memory: " + server.said());
    }

    private void check(boolean passed, String check) {
        if (!passed) {
            broken.add(check);
        }
    }
}
