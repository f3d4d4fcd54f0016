package dev.darkroom.world.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts the responses of the server. Thread-safe. */
final class ResponseCounts {
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Queue<String> manifests = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    synchronized void answered(int status) {
        statuses.merge(status, 1, Integer::sum);
    }

    void taken(String manifest) {
        manifests.add(manifest);
    }

    void broken(IOException failure) {
        broken.add(String.valueOf(failure));
    }

    synchronized int count(int status) {
        return statuses.getOrDefault(status, 0);
    }

    /** The number of responses other than 201 and 429, and of connections that ended without a response. */
    synchronized int others() {
        int answers = statuses.values().stream().mapToInt(count -> count).sum();
        return answers - count(201) - count(429) + broken.size();
    }

    List<String> manifests() {
        return List.copyOf(manifests);
    }

    @Override
    public synchronized String toString() {
        return statuses + (broken.isEmpty() ? "" : " and without an answer: " + List.copyOf(broken));
    }
}
