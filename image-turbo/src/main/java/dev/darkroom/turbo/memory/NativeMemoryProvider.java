package dev.darkroom.turbo.memory;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.MemoryProvider;

/** Pixels outside the Java heap: it need not be as large as a picture, and what is given back is the system's at once. */
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
