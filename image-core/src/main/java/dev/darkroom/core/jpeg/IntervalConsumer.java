package dev.darkroom.core.jpeg;

/** Takes the intervals of a scan, which restart markers part, one after the other. */
public interface IntervalConsumer {
    /**
     * @param start of its entropy-coded data
     * @param lastByte the offset of the last byte that codes something; {@code end} for an interval of no bits
     * @param end after that byte and its stuffed zero
     * @param bits how many bits of the last byte code something; the others are padding
     */
    void accept(int start, int lastByte, int end, int bits);
}
