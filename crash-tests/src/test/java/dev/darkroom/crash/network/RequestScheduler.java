package dev.darkroom.crash.network;

import dev.darkroom.core.Stage;
import dev.darkroom.pipeline.PipelineListener;
import dev.darkroom.world.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Schedules concurrent requests of a job. It puts the requests of the archive publisher and of the CDN publisher into one random order,
 * which the seed determines. All other requests of a job are sequential, or read data that nothing writes at that time.
 */
public final class RequestScheduler implements PipelineListener {
    private static final long LIMIT_SECONDS = 600;

    /** The kinds of order. */
    private enum Rule {
        /** The archive publisher has succeeded or failed before the first CDN request. */
        ARCHIVE_ALONE,
        CDN_FIRST,
        MIXED
    }

    private enum Requester {
        ARCHIVE,
        CDN
    }

    private final Rule rule;
    private final SplittableRandom chance;
    private final TreeSet<Requester> live = new TreeSet<>();
    private final TreeSet<Requester> waiting = new TreeSet<>();
    private @Nullable Requester turn;

    public RequestScheduler(SplittableRandom chance) {
        this.chance = chance;
        this.rule = Rule.values()[chance.nextInt(Rule.values().length)];
        live.add(Requester.ARCHIVE);
        if (rule != Rule.ARCHIVE_ALONE) {
            live.add(Requester.CDN);
        }
    }

    @Override
    public void on(Event event) {
        if (event instanceof Published done) {
            over(done.publication().publisher());
        } else if (event instanceof PublisherFailed failed) {
            over(failed.publisher());
        } else if (event instanceof Finished) {
            over("archive");
            over("cdn");
        } else if (event instanceof StageEnded ended && ended.stage() == Stage.RENDER && rule == Rule.ARCHIVE_ALONE) {
            awaitArchive();
        }
    }

    void enter(Request request) {
        Requester requester = requester(request);
        if (requester != null) {
            enter(requester);
        }
    }

    void leave(Request request) {
        if (requester(request) != null) {
            leave();
        }
    }

    private static @Nullable Requester requester(Request request) {
        if (request.path().startsWith("/archive/")) {
            return Requester.ARCHIVE;
        }
        boolean asked = request.path().startsWith("/asset/")
                && Thread.currentThread().getName().startsWith("darkroom-ref");
        return request.path().startsWith("/asset/") && !asked ? Requester.CDN : null;
    }

    private synchronized void enter(Requester requester) {
        waiting.add(requester);
        decide();
        await(() -> turn == requester);
        waiting.remove(requester);
    }

    private synchronized void leave() {
        turn = null;
        decide();
    }

    private synchronized void over(String publisher) {
        if (publisher.equals("archive")) {
            live.remove(Requester.ARCHIVE);
        } else if (publisher.equals("cdn")) {
            live.remove(Requester.CDN);
        }
        decide();
    }

    private synchronized void awaitArchive() {
        await(() -> !live.contains(Requester.ARCHIVE));
    }

    private synchronized void decide() {
        if (turn == null && !waiting.isEmpty() && waiting.containsAll(live)) {
            List<Requester> ready = new ArrayList<>(waiting);
            turn = rule == Rule.CDN_FIRST ? ready.get(ready.size() - 1) : ready.get(chance.nextInt(ready.size()));
        }
        notifyAll();
    }

    private interface Condition {
        boolean holds();
    }

    private synchronized void await(Condition condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(
                            "no requester can continue: " + waiting + " wait, " + live + " live");
                }
                wait(1000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
