package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.jpeg.EntropyTokens;
import java.lang.ref.SoftReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A pool of idle token buffers. Without it, their arrays would be a third of a job's garbage. Soft references let the garbage collector
 * take idle buffers when memory is short. The pool holds as many buffers as files were ever rewritten at the same time, at most about one
 * per core. Thread-safe.
 */
final class EntropyTokensPool {
    /** Arrays that an idle buffer keeps: enough for a photograph of three megapixels. */
    private static final int MOST_RUNS = 16;

    private static final Queue<SoftReference<EntropyTokens>> IDLE = new ConcurrentLinkedQueue<>();

    private EntropyTokensPool() {}

    /** Returns an empty buffer. The caller hands it back to {@link #giveBack}. */
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
