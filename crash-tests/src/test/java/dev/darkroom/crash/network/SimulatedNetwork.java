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
 * All connections of one process, with planned faults. To kill a process means to end its network: its code may run for a while, but its
 * requests reach no service. Thread-safe.
 */
public final class SimulatedNetwork {
    /** Handles the requests of a service. */
    public interface Service {
        Reply answer(Request request) throws IOException;
    }

    private final SimulatedTime time;
    private final RequestScheduler scheduler;
    private final List<PlannedFault> faults;
    private final int[] matched;
    private final List<Request> earlier = new ArrayList<>();
    private final List<Request> taken = new ArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private boolean dead;
    private boolean met;

    /**
     * @param faults planned faults; {@link #met} is about the first one
     */
    public SimulatedNetwork(SimulatedTime time, RequestScheduler scheduler, List<PlannedFault> faults) {
        this.time = time;
        this.scheduler = scheduler;
        this.faults = List.copyOf(faults);
        this.matched = new int[faults.size()];
    }

    /** Whether the first fault has occurred. */
    public synchronized boolean met() {
        return met;
    }

    public synchronized boolean dead() {
        return dead;
    }

    public RequestScheduler turns() {
        return scheduler;
    }

    /** The requests that match none of the steps. Every request should match one. */
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

    /** All requests before the network ended. */
    public synchronized List<Request> requests() {
        return List.copyOf(earlier);
    }

    /** Requests whose response had a 2xx status, even if its body was faulty. */
    public synchronized List<Request> taken() {
        return List.copyOf(taken);
    }

    /** Ends the network. Later requests fail, but delayed requests that were sent before still reach their service. */
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
     * Sends a request and waits for its response.
     *
     * @param allowed timeout for the response
     */
    ReceivedReply pass(Request request, Duration allowed, Service service) throws IOException {
        scheduler.enter(request);
        try {
            PlannedFault due = due(request);
            ReceivedReply arrival = due == null
                    ? ReceivedReply.whole(service.answer(request), request.method())
                    : inject(due, request, allowed, service);
            answered(request, arrival.status());
            return arrival;
        } finally {
            scheduler.leave(request);
        }
    }

    private synchronized @Nullable PlannedFault due(Request request) throws IOException {
        if (dead) {
            throw new ConnectException("Connection refused: the process was killed");
        }
        PlannedFault due = null;
        for (int i = 0; i < faults.size(); i++) {
            PlannedFault one = faults.get(i);
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

    private ReceivedReply inject(PlannedFault planned, Request request, Duration allowed, Service service)
            throws IOException {
        boolean done = planned.way(0, 2) == 0;
        switch (planned.fault()) {
            case REFUSED -> throw new ConnectException("Connection refused");
            case RESET_BEFORE, RESET_HALFWAY -> throw new SocketException("Connection reset");
            case RESET_AFTER -> {
                service.answer(request);
                throw new SocketException("Connection reset");
            }
            case HANG -> {
                hang(planned, request, service);
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
                boolean answered = done || ANSWERED.contains(planned.fault());
                Reply reply =
                        answered && !REFUSALS.contains(planned.fault()) ? service.answer(request) : Reply.status(200);
                return FaultyReplies.wrong(planned, request, reply);
            }
        }
    }

    /** Faults of responses to requests that the service has handled. */
    private static final List<FaultKind> ANSWERED =
            List.of(FaultKind.WRONG_ETAG, FaultKind.TRUNCATED, FaultKind.LONGER);
    /** Faults that report a refusal; the service has not handled the request. */
    private static final List<FaultKind> REFUSALS =
            List.of(FaultKind.TOO_MANY, FaultKind.FORBIDDEN, FaultKind.CONFLICT, FaultKind.PRECONDITION);

    private void hang(PlannedFault planned, Request request, Service service) throws IOException {
        switch (planned.way(1, 3)) {
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
