package dev.darkroom.core.jpeg;

/** Receives the intervals of a scan in order. Restart markers separate the intervals. */
public interface IntervalConsumer {
    /**
     * Accepts an interval.
     *
     * @param start offset of its entropy-coded data
     * @param lastByte offset of the last byte with coded bits; {@code end} for an interval without bits
     * @param end offset after that byte and its stuffed zero
     * @param bits number of coded bits in the last byte; the others are padding
     */
    void accept(int start, int lastByte, int end, int bits);
}
