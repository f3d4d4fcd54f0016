package dev.darkroom.spi.codec;

/** A provider that opens the memory of a job, on the Java heap or outside it. */
public interface MemoryProvider extends Provider {
    /**
     * Opens memory for one job. The caller closes it.
     *
     * @param granted maximum number of bytes charged at one time
     */
    Memory open(long granted);
}
