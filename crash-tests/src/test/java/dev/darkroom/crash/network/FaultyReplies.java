package dev.darkroom.crash.network;

import dev.darkroom.world.http.HeaderFields;
import dev.darkroom.world.http.Reply;
import dev.darkroom.world.http.Request;

/** Makes faulty responses. */
final class FaultyReplies {
    private static final int[] SERVER_ERRORS = {500, 502, 503, 504};
    private static final String[] WAITS = {"0", "1", "7", "3600", "Wed, 21 Oct 2037 07:28:00 GMT", "soon"};
    private static final String[] GARBAGE = {
        "{\"success\":true,\"assetId\":", "<html>", "\u0000\u0001\u0002", "[]", "null"
    };

    private FaultyReplies() {}

    /**
     * @param right the correct response of the service
     */
    static ReceivedReply wrong(PlannedFault planned, Request request, Reply right) {
        String method = request.method();
        boolean announced = planned.way(1, 3) > 0;
        Reply reply = switch (planned.fault()) {
            case SERVER_ERROR -> error(SERVER_ERRORS[planned.way(1, 4)], "InternalError");
            case TOO_MANY -> error(429, "SlowDown").with("Retry-After", WAITS[planned.way(1, WAITS.length)]);
            case FORBIDDEN -> error(403, "AccessDenied");
            case CONFLICT -> error(409, planned.way(1, 2) == 0 ? "ConditionalRequestConflict" : "asset exists");
            case PRECONDITION -> error(412, "PreconditionFailed");
            case WRONG_ETAG ->
                new Reply(right.status(), right.headers().without("ETag").with("ETag", "\"wrong\""), right.body());
            case GARBAGE -> {
                String text = GARBAGE[planned.way(1, GARBAGE.length)];
                Reply garbage = Reply.of(planned.way(2, 3) == 0 ? 500 : 200, "application/json", text);
                yield planned.way(3, 2) == 0 ? garbage : new Reply(garbage.status(), right.headers(), garbage.body());
            }
            default -> right;
        };
        if (method.equals("HEAD")) {
            return head(planned, reply, right);
        }
        return switch (planned.fault()) {
            case TRUNCATED -> ReceivedReply.truncated(reply, announced, planned.way(2, 2) == 0);
            case LONGER -> ReceivedReply.longer(reply);
            case HUGE -> ReceivedReply.huge(planned.way(2, 3) == 0 ? error(500, "InternalError") : reply, announced);
            default -> ReceivedReply.whole(reply, method);
        };
    }

    /** A faulty response to HEAD. It has no body, so its length is wrong. */
    private static ReceivedReply head(PlannedFault planned, Reply reply, Reply right) {
        long length =
                right.headers().first("Content-Length").map(Long::parseLong).orElse(0L);
        HeaderFields headers = reply.headers().without("Content-Length");
        Reply bare = new Reply(reply.status(), headers, new byte[0]);
        return switch (planned.fault()) {
            case TRUNCATED -> ReceivedReply.whole(bare, "HEAD").announcing(length / 2);
            case LONGER -> ReceivedReply.whole(bare, "HEAD").announcing(length + 1000);
            case HUGE -> ReceivedReply.whole(bare, "HEAD").announcing(ReceivedReply.HUGE);
            default -> ReceivedReply.whole(bare, "HEAD").announcing(length);
        };
    }

    private static Reply error(int status, String code) {
        return Reply.s3Error(status, code);
    }
}
