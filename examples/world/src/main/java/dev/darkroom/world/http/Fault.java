package dev.darkroom.world.http;

import java.util.function.UnaryOperator;

/** What goes wrong with one request. The first three happen instead of the work, the others after it was done. */
public sealed interface Fault {
    /** The request is read and never answered; nothing is done. */
    Fault HANG = WireFault.HANG;
    /** The connection is reset (TCP RST) after the request was read; nothing is done. */
    Fault RESET = WireFault.RESET;
    /** The answer is {@code 200} with a body that never ends; nothing is done. */
    Fault ENDLESS = WireFault.ENDLESS;
    /** The work is done, then the connection is reset: the caller cannot know. */
    Fault LOST_ANSWER = WireFault.LOST_ANSWER;
    /** The work is done, and the answer never comes. */
    Fault HELD_ANSWER = WireFault.HELD_ANSWER;
    /** The work is done; the answer breaks off after half its body. */
    Fault CUT = WireFault.CUT;
    /** The work is done; the answer stops after half its body and the connection stays open. */
    Fault STALL = WireFault.STALL;

    /** That answer instead of the work. */
    static Fault answer(Reply reply) {
        return new FixedReply(reply);
    }

    /** An empty answer with that status instead of the work. */
    static Fault status(int status) {
        return new FixedReply(Reply.status(status));
    }

    /** The work is done, and its answer changed on the way back. */
    static Fault change(UnaryOperator<Reply> change) {
        return new ChangedReply(change);
    }

    /** True where the fault happens instead of the work. */
    boolean instead();

    /** What {@link Fault#answer} makes. */
    record FixedReply(Reply reply) implements Fault {
        @Override
        public boolean instead() {
            return true;
        }
    }

    /** What {@link Fault#change} makes. */
    record ChangedReply(UnaryOperator<Reply> change) implements Fault {
        @Override
        public boolean instead() {
            return false;
        }
    }

    /** Faults of the wire, described at the constants above. */
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
