package dev.darkroom.bench.engine;

import java.util.Map;

/** One whole job in memory. Thread-safe. */
@FunctionalInterface
public interface PhotoJob {
    /**
     * Makes the variants of one photograph.
     *
     * @param photo its number among the photographs given
     * @param encoded the file's bytes, not to be written to
     * @return encoded variants by size
     */
    Map<Integer, byte[]> run(int photo, byte[] encoded, StageTimes times) throws Exception;
}
