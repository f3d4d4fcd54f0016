package dev.darkroom.world;

import java.util.function.UnaryOperator;

/** What goes wrong with one request. The first three happen instead of the work, the others after it was done. */
public sealed interface Fault {
    /** The request is read and never answered; nothing is done. */
    Fault HANG = Broken.HANG;
    /** The connection is reset (TCP RST) after the request was read; nothing is done. */
    Fault RESET = Broken.RESET;
    /** The answer is {@code 200} with a body that never ends; nothing is done. */
    Fault ENDLESS = Broken.ENDLESS;
    /** The work is done, then the connection is reset: the caller cannot know. */
    Fault LOST_ANSWER = Broken.LOST_ANSWER;
    /** The work is done, and the answer never comes. */
    Fault HELD_ANSWER = Broken.HELD_ANSWER;
    /** The work is done; the answer breaks off after half its body. */
    Fault CUT = Broken.CUT;
    /** The work is done; the answer stops after half its body and the connection stays open. */
    Fault STALL = Broken.STALL;

    /** That answer instead of the work. */
    static Fault answer(Reply reply) {
        return new Instead(reply);
    }

    /** An empty answer with that status instead of the work. */
    static Fault status(int status) {
        return new Instead(Reply.status(status));
    }

    /** The work is done, and its answer changed on the way back. */
    static Fault change(UnaryOperator<Reply> change) {
        return new Changed(change);
    }

    /** True where the fault happens instead of the work. */
    boolean instead();

    /** What {@link Fault#answer} makes. */
    record Instead(Reply reply) implements Fault {
        @Override
        public boolean instead() {
            return true;
        }
    }

    /** What {@link Fault#change} makes. */
    record Changed(UnaryOperator<Reply> change) implements Fault {
        @Override
        public boolean instead() {
            return false;
        }
    }

    /** Faults of the wire, described at the constants above. */
    enum Broken implements Fault {
        HANG(true),
        RESET(true),
        ENDLESS(true),
        LOST_ANSWER(false),
        HELD_ANSWER(false),
        CUT(false),
        STALL(false);

        private final boolean instead;

        Broken(boolean instead) {
            this.instead = instead;
        }

        @Override
        public boolean instead() {
            return instead;
        }
    }
}
