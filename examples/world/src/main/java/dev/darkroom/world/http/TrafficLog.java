package dev.darkroom.world.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Records all requests and responses of a server, with complete bodies, for assertions. */
public final class TrafficLog {
    private final List<Request> requests = new ArrayList<>();
    private final List<RecordedExchange> exchanges = new ArrayList<>();
    private final List<Consumer<RecordedExchange>> listeners = new CopyOnWriteArrayList<>();

    TrafficLog() {}

    /** All requests in the order in which they were read, including those in progress. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /** The requests that match. */
    public List<Request> requests(RequestMatcher match) {
        return requests().stream().filter(match::matches).toList();
    }

    /** Finished exchanges in the order in which they ended. An exchange ends shortly after the peer has received the response. */
    public synchronized List<RecordedExchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Waits until at least {@code count} matching requests have been read, and returns all of them. */
    public synchronized List<Request> await(RequestMatcher match, int count, Duration limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            List<Request> found = requests(match);
            long left = (end - System.nanoTime()) / 1_000_000;
            if (found.size() >= count) {
                return found;
            }
            if (left <= 0) {
                throw new IllegalStateException("within " + limit.toSeconds() + " s there were " + found.size() + " of "
                        + count + " requests " + match.description() + "; there were: " + requests);
            }
            wait(left);
        }
    }

    /** Waits until the {@code k}-th exchange (from 1) has ended, and returns it. */
    public synchronized RecordedExchange awaitExchange(int k, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); exchanges.size() < k; left = (end - System.nanoTime()) / 1_000_000) {
            if (left <= 0) {
                throw new IllegalStateException("within " + limit.toSeconds() + " s only " + exchanges.size()
                        + " exchanges of " + k + " ended");
            }
            wait(left);
        }
        return exchanges.get(k - 1);
    }

    /** Adds a listener that is called after every exchange, on the thread of the connection. */
    public void onExchange(Consumer<RecordedExchange> listener) {
        listeners.add(listener);
    }

    /** Removes all requests and exchanges. */
    public synchronized void clear() {
        requests.clear();
        exchanges.clear();
    }

    synchronized void begun(Request request) {
        requests.add(request);
        notifyAll();
    }

    void ended(RecordedExchange exchange) {
        synchronized (this) {
            exchanges.add(exchange);
            notifyAll();
        }
        listeners.forEach(listener -> listener.accept(exchange));
    }
}
