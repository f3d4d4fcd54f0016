package dev.darkroom.world;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What shall go wrong at one server, and where requests shall be held.
 *
 * <p>A request meets the first fault that matches and is not used up, in the order they were added. Gates come before
 * faults. Counting starts when the line is added.
 */
public final class Script {
    private final List<Line> lines = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final List<Line> broken = new ArrayList<>();

    Script() {}

    /** The next {@code times} matching requests meet that fault. */
    public synchronized Script fail(Match match, int times, Fault fault) {
        lines.add(new Line(match, fault, times));
        return this;
    }

    /** The connections of the next {@code times} requests whose heads match are reset half-way through their bodies. */
    public synchronized Script breakOff(Match match, int times) {
        broken.add(new Line(match, Fault.RESET, times));
        return this;
    }

    /** Every matching request meets that fault. */
    public Script failAlways(Match match, Fault fault) {
        return fail(match, Integer.MAX_VALUE, fault);
    }

    /** Holds the {@code k}-th matching request (from 1) before any work is done for it. */
    public Gate holdBefore(Match match, int k) {
        return hold(match, k, true);
    }

    /** Holds the {@code k}-th matching request (from 1) after the work was done and before its answer leaves. */
    public Gate holdAfter(Match match, int k) {
        return hold(match, k, false);
    }

    /** Drops all faults, and every request still held. */
    public synchronized void clear() {
        lines.clear();
        broken.clear();
        stops.forEach(stop -> stop.gate.drop());
        stops.clear();
    }

    synchronized Optional<Fault> faultFor(Request request) {
        for (Line line : lines) {
            if (line.left > 0 && line.match.matches(request)) {
                line.left--;
                return Optional.of(line.fault);
            }
        }
        return Optional.empty();
    }

    synchronized boolean breaksOff(Request head) {
        for (Line line : broken) {
            if (line.left > 0 && line.match.matches(head)) {
                line.left--;
                return true;
            }
        }
        return false;
    }

    void pass(Request request, boolean before) throws IOException, InterruptedException {
        for (Gate gate : gatesFor(request, before)) {
            gate.hold(request);
        }
    }

    private synchronized Gate hold(Match match, int k, boolean before) {
        Gate gate = new Gate((before ? "before " : "after ") + match.description() + " #" + k);
        stops.add(new Stop(match, before, gate, k));
        return gate;
    }

    private synchronized List<Gate> gatesFor(Request request, boolean before) {
        List<Gate> found = new ArrayList<>();
        for (Stop stop : stops) {
            if (stop.before == before && stop.match.matches(request) && --stop.left == 0) {
                found.add(stop.gate);
            }
        }
        return found;
    }

    private static final class Line {
        final Match match;
        final Fault fault;
        int left;

        Line(Match match, Fault fault, int times) {
            this.match = match;
            this.fault = fault;
            this.left = times;
        }
    }

    private static final class Stop {
        final Match match;
        final boolean before;
        final Gate gate;
        int left;

        Stop(Match match, boolean before, Gate gate, int k) {
            this.match = match;
            this.before = before;
            this.gate = gate;
            this.left = k;
        }
    }
}
