package dev.darkroom.world.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The result of a number of uploads over a number of connections.
 *
 * @param took elapsed time
 * @param cpu processor time of the server
 */
record LoadPhase(int uploads, int connections, ResponseCounts tally, Duration took, Duration cpu) {
    static LoadPhase run(UploadServer server, String name, int uploads, int connections, byte[] picture)
            throws InterruptedException, ExecutionException {
        ResponseCounts tally = new ResponseCounts();
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        Duration cpu = server.cpu();
        long start = System.nanoTime();
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(threads.submit(() -> {
                    LoadClient client = new LoadClient(server.address(), tally);
                    for (int n = next.getAndIncrement(); n < uploads; n = next.getAndIncrement()) {
                        client.upload(name + "-" + n, picture);
                    }
                    return tally;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return new LoadPhase(uploads, connections, tally, took, server.cpu().minus(cpu));
    }

    double perSecond() {
        return tally.count(201) * 1000.0 / took.toMillis();
    }

    /** Uploads per second of processor time of the server. */
    double perCoreSecond() {
        return tally.count(201) * 1000.0 / cpu.toMillis();
    }

    @Override
    public String toString() {
        return "%d uploads, %d at once: %.1f s, %.2f a second, %.2f in a second of one core; answers %s"
                .formatted(uploads, connections, took.toMillis() / 1000.0, perSecond(), perCoreSecond(), tally);
    }
}
