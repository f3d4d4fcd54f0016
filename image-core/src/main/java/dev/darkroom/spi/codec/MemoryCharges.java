package dev.darkroom.spi.codec;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;

/** The bytes that one job's {@link Memory} has charged against its grant. Thread-safe. */
public final class MemoryCharges {
    private final long granted;
    private long used;
    private long peak;

    /**
     * @param granted size of the grant in bytes
     */
    public MemoryCharges(long granted) {
        this.granted = granted;
    }

    /**
     * Charges bytes until the returned charge is closed.
     *
     * @throws ImageException {@link Failure.OverLimit} of kind MEMORY when the grant is too small
     */
    public synchronized Memory.Charge take(long bytes) throws ImageException {
        if (bytes > granted - used) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.MEMORY, "memory granted to this picture in bytes", used + bytes, granted);
        }
        used += bytes;
        peak = Math.max(peak, used);
        return new ActiveCharge(bytes);
    }

    /** Charges a block that must fit into one Java buffer. */
    public Memory.Charge takeBlock(long bytes) throws ImageException {
        if (bytes > Integer.MAX_VALUE - 8) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.MEMORY, "raster limit in bytes", bytes, Integer.MAX_VALUE - 8);
        }
        return take(bytes);
    }

    public synchronized long used() {
        return used;
    }

    public synchronized long peak() {
        return peak;
    }

    private synchronized void give(long bytes) {
        used -= bytes;
    }

    private final class ActiveCharge implements Memory.Charge {
        private long bytes;

        ActiveCharge(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public synchronized void close() {
            give(bytes);
            bytes = 0;
        }
    }
}
