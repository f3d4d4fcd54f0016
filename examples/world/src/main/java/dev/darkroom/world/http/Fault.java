package dev.darkroom.world.http;

import java.util.function.UnaryOperator;

/** A fault that is injected into one request. The first three constants replace the handling of the request; the others happen after it. */
public sealed interface Fault {
    /** The server reads the request but does not handle it and never responds. */
    Fault HANG = WireFault.HANG;
    /** The server reads the request, does not handle it and resets the connection (TCP RST). */
    Fault RESET = WireFault.RESET;
    /** The server does not handle the request and responds with {@code 200} and a body that never ends. */
    Fault ENDLESS = WireFault.ENDLESS;
    /** The server handles the request and then resets the connection. The client cannot know that it was handled. */
    Fault LOST_ANSWER = WireFault.LOST_ANSWER;
    /** The server handles the request and never responds. */
    Fault HELD_ANSWER = WireFault.HELD_ANSWER;
    /** The server handles the request. The connection ends after half of the response body. */
    Fault CUT = WireFault.CUT;
    /** The server handles the request. It stops after half of the response body, and the connection stays open. */
    Fault STALL = WireFault.STALL;

    /** The server does not handle the request and sends the given response. */
    static Fault answer(Reply reply) {
        return new FixedReply(reply);
    }

    /** The server does not handle the request and sends an empty response with the given status. */
    static Fault status(int status) {
        return new FixedReply(Reply.status(status));
    }

    /** The server handles the request, and the response is changed. */
    static Fault change(UnaryOperator<Reply> change) {
        return new ChangedReply(change);
    }

    /** Whether the fault replaces the handling of the request. */
    boolean instead();

    /** The fault that {@link Fault#answer} makes. */
    record FixedReply(Reply reply) implements Fault {
        @Override
        public boolean instead() {
            return true;
        }
    }

    /** The fault that {@link Fault#change} makes. */
    record ChangedReply(UnaryOperator<Reply> change) implements Fault {
        @Override
        public boolean instead() {
            return false;
        }
    }

    /** Faults of the connection. The constants above describe them. */
    enum WireFault implements Fault {
        HANG(true),
        RESET(true),
        ENDLESS(true),
        LOST_ANSWER(false),
        HELD_ANSWER(false),
        CUT(false),
        STALL(false);

        private final boolean instead;

        WireFault(boolean instead) {
            this.instead = instead;
        }

        @Override
        public boolean instead() {
            return instead;
        }
    }
}
