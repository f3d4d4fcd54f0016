package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.jpeg.Tokens;
import java.lang.ref.SoftReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Tokens that wait for the next file: their arrays would be a third of what a job leaves to the garbage collector. It may have them where
 * memory is short. As many as files were ever rewritten at once, so as there are cores. Thread-safe.
 */
final class IdleTokens {
    /** For a photograph of three megapixels. */
    private static final int MOST_RUNS = 16;

    private static final Queue<SoftReference<Tokens>> IDLE = new ConcurrentLinkedQueue<>();

    private IdleTokens() {}

    /** Empty; {@link #giveBack} takes them again. */
    static Tokens take() {
        for (SoftReference<Tokens> next = IDLE.poll(); next != null; next = IDLE.poll()) {
            Tokens tokens = next.get();
            if (tokens != null) {
                return tokens;
            }
        }
        return new Tokens();
    }

    static void giveBack(Tokens tokens) {
        tokens.clear(MOST_RUNS);
        IDLE.add(new SoftReference<>(tokens));
    }
}
