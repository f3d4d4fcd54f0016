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

/** Writes a mishap into the script of a server of the local world, whose buckets have a number behind their names. */
public record LocalServiceFaults(FaultScript script, TrafficLog traffic) {
    private static final int[] SERVER_ERRORS = {500, 502, 503, 504};
    private static final String GARBAGE = "{\"success\":true,\"assetId\":";

    /** What requests of a step are here. */
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

    /** All but {@link FaultKind#REFUSED}, which is no server's doing, and {@link FaultKind#KILL}. */
    public void add(PlannedFault mishap) {
        RequestMatcher match = match(mishap.step());
        if (mishap.fault() == FaultKind.RESET_HALFWAY) {
            script.breakOff(match, mishap.times());
        } else {
            script.fail(match, mishap.times(), fault(mishap));
        }
    }

    private static dev.darkroom.world.http.Fault fault(PlannedFault mishap) {
        boolean odd = mishap.variant() % 2 == 1;
        return switch (mishap.fault()) {
            case RESET_AFTER -> dev.darkroom.world.http.Fault.LOST_ANSWER;
            case HANG -> odd ? dev.darkroom.world.http.Fault.HANG : dev.darkroom.world.http.Fault.HELD_ANSWER;
            case SERVER_ERROR -> error(SERVER_ERRORS[mishap.variant() % 4], "InternalError");
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

    /** Its own length, and more than that. */
    private static Reply longer(Reply reply) {
        if (reply.headers().first("Content-Length").isPresent()) {
            return reply;
        }
        byte[] more = Arrays.copyOf(reply.body(), reply.body().length + 1000);
        return new Reply(
                reply.status(), reply.headers().with("Content-Length", Integer.toString(reply.body().length)), more);
    }
}
