package dev.darkroom.bench.engine;

import java.util.Map;

/** One whole job in memory. Thread-safe. */
@FunctionalInterface
public interface PhotoJob {
    /**
     * Makes the variants of one photograph.
     *
     * @param photo index of the photograph
     * @param encoded the bytes of the file; the job must not change them
     * @return encoded variants by size
     */
    Map<Integer, byte[]> run(int photo, byte[] encoded, StageTimes times) throws Exception;
}
