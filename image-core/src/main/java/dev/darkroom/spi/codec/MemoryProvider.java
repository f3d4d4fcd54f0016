package dev.darkroom.spi.codec;

/** Opens jobs' memory: on the Java heap, or outside of it. */
public interface MemoryProvider extends Provider {
    /**
     * @param granted bytes that the job may have charged at once
     */
    Memory open(long granted);
}
