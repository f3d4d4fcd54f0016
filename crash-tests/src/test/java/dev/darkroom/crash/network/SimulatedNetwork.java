package dev.darkroom.crash.network;

import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.RequestStep;
import dev.darkroom.world.http.Reply;
import dev.darkroom.world.http.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All connections of one process. A killed process is one whose line is dead: it may go on for a while, but nobody hears of it any more.
 * Thread-safe.
 */
public final class SimulatedNetwork {
    /** A service's real work. */
    public interface Service {
        Reply answer(Request request) throws IOException;
    }

    private final SimulatedTime time;
    private final RequestScheduler turns;
    private final List<PlannedFault> mishaps;
    private final int[] matched;
    private final List<Request> earlier = new ArrayList<>();
    private final List<Request> taken = new ArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private boolean dead;
    private boolean met;

    /**
     * @param mishaps the first of which is the one that {@link #met} tells of
     */
    public SimulatedNetwork(SimulatedTime time, RequestScheduler turns, List<PlannedFault> mishaps) {
        this.time = time;
        this.turns = turns;
        this.mishaps = List.copyOf(mishaps);
        this.matched = new int[mishaps.size()];
    }

    /** Whether the first mishap has befallen a request. */
    public synchronized boolean met() {
        return met;
    }

    public synchronized boolean dead() {
        return dead;
    }

    public RequestScheduler turns() {
        return turns;
    }

    /** What was asked for, and is none of these steps, of which every request should be one. */
    public synchronized List<String> unnamed(List<? extends RequestStep> steps) {
        List<String> unnamed = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            Request request = earlier.get(i);
            List<Request> before = earlier.subList(0, i);
            if (steps.stream().noneMatch(step -> step.matches(request, before))) {
                unnamed.add(request.method() + " " + request.path());
            }
        }
        return unnamed;
    }

    /** All that was asked for while the line lived. */
    public synchronized List<Request> requests() {
        return List.copyOf(earlier);
    }

    /** Requests that were answered with a 2xx, whatever came after the head. */
    public synchronized List<Request> taken() {
        return List.copyOf(taken);
    }

    /** Nothing gets through any more, but what was sent before and is still on its way. */
    public void end() {
        List<Runnable> arriving;
        synchronized (this) {
            dead = true;
            arriving = List.copyOf(late);
            late.clear();
        }
        arriving.forEach(Runnable::run);
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @param allowed how long for
     */
    ReceivedReply pass(Request request, Duration allowed, Service service) throws IOException {
        turns.enter(request);
        try {
            PlannedFault due = due(request);
            ReceivedReply arrival = due == null
                    ? ReceivedReply.whole(service.answer(request), request.method())
                    : befall(due, request, allowed, service);
            answered(request, arrival.status());
            return arrival;
        } finally {
            turns.leave(request);
        }
    }

    private synchronized @Nullable PlannedFault due(Request request) throws IOException {
        if (dead) {
            throw new ConnectException("Connection refused: the process was killed");
        }
        PlannedFault due = null;
        for (int i = 0; i < mishaps.size(); i++) {
            PlannedFault one = mishaps.get(i);
            if (one.step().matches(request, earlier)) {
                int number = ++matched[i];
                if (due == null && number >= one.first() && number - one.first() < one.times()) {
                    due = one;
                    met |= i == 0;
                }
            }
        }
        earlier.add(request);
        return due;
    }

    private synchronized void answered(Request request, int status) {
        if (status >= 200 && status <= 299) {
            taken.add(request);
        }
    }

    private ReceivedReply befall(PlannedFault mishap, Request request, Duration allowed, Service service)
            throws IOException {
        boolean done = mishap.way(0, 2) == 0;
        switch (mishap.fault()) {
            case REFUSED -> throw new ConnectException("Connection refused");
            case RESET_BEFORE, RESET_HALFWAY -> throw new SocketException("Connection reset");
            case RESET_AFTER -> {
                service.answer(request);
                throw new SocketException("Connection reset");
            }
            case HANG -> {
                hang(mishap, request, service);
                time.sleep(allowed);
                throw new SocketTimeoutException("Read timed out");
            }
            case KILL -> {
                if (done) {
                    service.answer(request);
                }
                kill();
                throw new SocketException("Connection reset");
            }
            default -> {
                boolean answered = done || ANSWERED.contains(mishap.fault());
                Reply reply =
                        answered && !REFUSALS.contains(mishap.fault()) ? service.answer(request) : Reply.status(200);
                return FaultyReplies.wrong(mishap, request, reply);
            }
        }
    }

    /** Faults of answers to work that is done for certain. */
    private static final List<FaultKind> ANSWERED =
            List.of(FaultKind.WRONG_ETAG, FaultKind.TRUNCATED, FaultKind.LONGER);
    /** Faults that say that nothing was done, and mean it. */
    private static final List<FaultKind> REFUSALS =
            List.of(FaultKind.TOO_MANY, FaultKind.FORBIDDEN, FaultKind.CONFLICT, FaultKind.PRECONDITION);

    private void hang(PlannedFault mishap, Request request, Service service) throws IOException {
        switch (mishap.way(1, 3)) {
            case 0 -> service.answer(request);
            case 1 -> later(request, service);
            default -> {}
        }
    }

    private synchronized void later(Request request, Service service) {
        late.add(() -> {
            try {
                service.answer(request);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private synchronized void kill() {
        dead = true;
    }
}
