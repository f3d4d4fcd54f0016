package dev.darkroom.world.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults of one server, and the requests that it holds.
 *
 * <p>A request gets the first matching fault that is not used up, in the order in which faults were added. A request is held before its
 * fault is applied. Counting starts when a rule is added.
 */
public final class FaultScript {
    private final List<FaultRule> lines = new ArrayList<>();
    private final List<HoldRule> stops = new ArrayList<>();
    private final List<FaultRule> broken = new ArrayList<>();

    FaultScript() {}

    /** Applies the fault to the next {@code times} matching requests. */
    public synchronized FaultScript fail(RequestMatcher match, int times, Fault fault) {
        lines.add(new FaultRule(match, fault, times));
        return this;
    }

    /** Resets the connections of the next {@code times} requests whose heads match, after half of the body. */
    public synchronized FaultScript breakOff(RequestMatcher match, int times) {
        broken.add(new FaultRule(match, Fault.RESET, times));
        return this;
    }

    /** Applies the fault to every matching request. */
    public FaultScript failAlways(RequestMatcher match, Fault fault) {
        return fail(match, Integer.MAX_VALUE, fault);
    }

    /** Holds the {@code k}-th matching request (from 1) before the server handles it. */
    public HeldRequest holdBefore(RequestMatcher match, int k) {
        return hold(match, k, true);
    }

    /** Holds the {@code k}-th matching request (from 1) after the server has handled it and before it responds. */
    public HeldRequest holdAfter(RequestMatcher match, int k) {
        return hold(match, k, false);
    }

    /** Removes all faults and drops every held request. */
    public synchronized void clear() {
        lines.clear();
        broken.clear();
        stops.forEach(stop -> stop.gate.drop());
        stops.clear();
    }

    synchronized Optional<Fault> faultFor(Request request) {
        for (FaultRule line : lines) {
            if (line.left > 0 && line.match.matches(request)) {
                line.left--;
                return Optional.of(line.fault);
            }
        }
        return Optional.empty();
    }

    synchronized boolean breaksOff(Request head) {
        for (FaultRule line : broken) {
            if (line.left > 0 && line.match.matches(head)) {
                line.left--;
                return true;
            }
        }
        return false;
    }

    void pass(Request request, boolean before) throws IOException, InterruptedException {
        for (HeldRequest gate : gatesFor(request, before)) {
            gate.hold(request);
        }
    }

    private synchronized HeldRequest hold(RequestMatcher match, int k, boolean before) {
        HeldRequest gate = new HeldRequest((before ? "before " : "after ") + match.description() + " #" + k);
        stops.add(new HoldRule(match, before, gate, k));
        return gate;
    }

    private synchronized List<HeldRequest> gatesFor(Request request, boolean before) {
        List<HeldRequest> found = new ArrayList<>();
        for (HoldRule stop : stops) {
            if (stop.before == before && stop.match.matches(request) && --stop.left == 0) {
                found.add(stop.gate);
            }
        }
        return found;
    }

    private static final class FaultRule {
        final RequestMatcher match;
        final Fault fault;
        int left;

        FaultRule(RequestMatcher match, Fault fault, int times) {
            this.match = match;
            this.fault = fault;
            this.left = times;
        }
    }

    private static final class HoldRule {
        final RequestMatcher match;
        final boolean before;
        final HeldRequest gate;
        int left;

        HoldRule(RequestMatcher match, boolean before, HeldRequest gate, int k) {
            this.match = match;
            this.before = before;
            this.gate = gate;
            this.left = k;
        }
    }
}
