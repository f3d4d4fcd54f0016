package dev.darkroom.turbo.memory;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryProvider;

/**
 * Provides memory for pixels outside the Java heap. The heap can be smaller than a picture, and freed memory goes back to the system at
 * once.
 */
public final class NativeMemoryProvider implements MemoryProvider {
    @Override
    public String name() {
        return "turbo-memory";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Availability availability() {
        return NativeMemoryAccess.availability();
    }

    @Override
    public Memory open(long granted) {
        return NativeMemoryAccess.open(granted);
    }
}
