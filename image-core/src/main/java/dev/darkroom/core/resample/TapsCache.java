package dev.darkroom.core.resample;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The weights that were used last: both chroma planes need the same ones, a plan measures them before a resize uses them, and a camera's
 * pictures are of one size. At most two megabytes of them, for all pipelines of the process. Thread-safe.
 */
final class TapsCache {
    private static final int MOST_WEIGHTS = 1 << 19;

    private final Map<ResizeAxis, Taps> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int weights;

    Taps of(ResizeAxis axis) {
        Taps found = find(axis);
        if (found == null) {
            found = Taps.computed(axis);
            keep(axis, found);
        }
        return found;
    }

    private synchronized @Nullable Taps find(ResizeAxis axis) {
        return kept.get(axis);
    }

    private synchronized void keep(ResizeAxis axis, Taps taps) {
        if (taps.weights().length > MOST_WEIGHTS || kept.put(axis, taps) != null) {
            return; // too large, or another thread was as fast
        }
        weights += taps.weights().length;
        for (Iterator<Taps> oldest = kept.values().iterator(); weights > MOST_WEIGHTS; ) {
            weights -= oldest.next().weights().length;
            oldest.remove();
        }
    }
}
