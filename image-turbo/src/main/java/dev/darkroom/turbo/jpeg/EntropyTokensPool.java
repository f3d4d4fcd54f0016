package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.jpeg.EntropyTokens;
import java.lang.ref.SoftReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Tokens that wait for the next file: their arrays would be a third of what a job leaves to the garbage collector. It may have them where
 * memory is short. As many as files were ever rewritten at once, so as there are cores. Thread-safe.
 */
final class EntropyTokensPool {
    /** For a photograph of three megapixels. */
    private static final int MOST_RUNS = 16;

    private static final Queue<SoftReference<EntropyTokens>> IDLE = new ConcurrentLinkedQueue<>();

    private EntropyTokensPool() {}

    /** Empty; {@link #giveBack} takes them again. */
    static EntropyTokens take() {
        for (SoftReference<EntropyTokens> next = IDLE.poll(); next != null; next = IDLE.poll()) {
            EntropyTokens tokens = next.get();
            if (tokens != null) {
                return tokens;
            }
        }
        return new EntropyTokens();
    }

    static void giveBack(EntropyTokens tokens) {
        tokens.clear(MOST_RUNS);
        IDLE.add(new SoftReference<>(tokens));
    }
}
