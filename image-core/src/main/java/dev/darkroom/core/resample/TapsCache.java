package dev.darkroom.core.resample;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A least-recently-used cache of weights. Both chroma planes need the same weights, a plan computes them before a resize uses them, and the
 * pictures of one camera have the same size. It keeps at most two megabytes for all pipelines of the process. Thread-safe.
 */
final class TapsCache {
    private static final int MAX_WEIGHTS = 1 << 19;

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
        if (taps.weights().length > MAX_WEIGHTS || kept.put(axis, taps) != null) {
            return; // too large, or another thread has already stored it
        }
        weights += taps.weights().length;
        for (Iterator<Taps> oldest = kept.values().iterator(); weights > MAX_WEIGHTS; ) {
            weights -= oldest.next().weights().length;
            oldest.remove();
        }
    }
}
