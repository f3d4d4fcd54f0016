package dev.darkroom.crash.worker;

import dev.darkroom.crash.FaultKind;
import dev.darkroom.crash.RequestStep;
import dev.darkroom.crash.network.PlannedFault;
import dev.darkroom.world.http.FaultScript;
import dev.darkroom.world.http.Reply;
import dev.darkroom.world.http.Request;
import dev.darkroom.world.http.RequestMatcher;
import dev.darkroom.world.http.TrafficLog;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Adds planned faults to a server of the local services. The names of their buckets end with a number. */
public record LocalServiceFaults(FaultScript script, TrafficLog traffic) {
    private static final int[] SERVER_ERRORS = {500, 502, 503, 504};
    private static final String GARBAGE = "{\"success\":true,\"assetId\":";

    /** Matches the requests of a step. */
    public RequestMatcher match(RequestStep step) {
        Predicate<Request> form = request -> step.matches(plain(request), earlier(request));
        return new RequestMatcher(step.name(), form);
    }

    private List<Request> earlier(Request request) {
        List<Request> all = traffic.requests();
        int at = all.lastIndexOf(request);
        return all.subList(0, at < 0 ? all.size() : at).stream()
                .map(LocalServiceFaults::plain)
                .toList();
    }

    private static Request plain(Request request) {
        String target = request.target()
                .replaceFirst("^/staging-\\d+/(c\\d/)", "/pictures/$1")
                .replaceFirst("^/(staging|archive)-\\d+/", "/$1/");
        return new Request(request.method(), target, request.headers(), request.body());
    }

    /** Adds a fault of any kind except {@link FaultKind#REFUSED}, which no server can cause, and {@link FaultKind#KILL}. */
    public void add(PlannedFault planned) {
        RequestMatcher match = match(planned.step());
        if (planned.fault() == FaultKind.RESET_HALFWAY) {
            script.breakOff(match, planned.times());
        } else {
            script.fail(match, planned.times(), fault(planned));
        }
    }

    private static dev.darkroom.world.http.Fault fault(PlannedFault planned) {
        boolean odd = planned.variant() % 2 == 1;
        return switch (planned.fault()) {
            case RESET_AFTER -> dev.darkroom.world.http.Fault.LOST_ANSWER;
            case HANG -> odd ? dev.darkroom.world.http.Fault.HANG : dev.darkroom.world.http.Fault.HELD_ANSWER;
            case SERVER_ERROR -> error(SERVER_ERRORS[planned.variant() % 4], "InternalError");
            case TOO_MANY ->
                dev.darkroom.world.http.Fault.answer(
                        Reply.s3Error(429, "SlowDown").with("Retry-After", odd ? "1" : "0"));
            case FORBIDDEN -> error(403, "AccessDenied");
            case CONFLICT -> error(409, "ConditionalRequestConflict");
            case PRECONDITION -> error(412, "PreconditionFailed");
            case WRONG_ETAG ->
                dev.darkroom.world.http.Fault.change(reply -> new Reply(
                        reply.status(), reply.headers().without("ETag").with("ETag", "\"wrong\""), reply.body()));
            case TRUNCATED -> dev.darkroom.world.http.Fault.CUT;
            case LONGER -> dev.darkroom.world.http.Fault.change(LocalServiceFaults::longer);
            case GARBAGE ->
                odd
                        ? dev.darkroom.world.http.Fault.answer(Reply.of(200, "application/json", GARBAGE))
                        : dev.darkroom.world.http.Fault.change(reply -> Reply.of(200, "text/html", "<html>"));
            case HUGE -> dev.darkroom.world.http.Fault.ENDLESS;
            default -> dev.darkroom.world.http.Fault.RESET;
        };
    }

    private static dev.darkroom.world.http.Fault error(int status, String code) {
        return dev.darkroom.world.http.Fault.answer(Reply.s3Error(status, code));
    }

    /** The reply with its declared length and a longer body. */
    private static Reply longer(Reply reply) {
        if (reply.headers().first("Content-Length").isPresent()) {
            return reply;
        }
        byte[] more = Arrays.copyOf(reply.body(), reply.body().length + 1000);
        return new Reply(
                reply.status(), reply.headers().with("Content-Length", Integer.toString(reply.body().length)), more);
    }
}
