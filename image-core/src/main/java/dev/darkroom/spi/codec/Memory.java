package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;
import java.nio.ByteBuffer;

/** Where one job's pixels live, and what they count against. Thread-safe. Closing it gives everything back. */
public interface Memory extends AutoCloseable {
    /**
     * A zeroed buffer, charged until it is closed.
     *
     * @param align a power of two; of the address where the buffer is direct, without meaning on the heap
     * @throws ImageException {@link dev.darkroom.core.Failure.OverLimit} of memory when the job's grant does not hold it
     */
    Block allocate(long bytes, int align) throws ImageException;

    /** Charges memory that a foreign library allocates by itself, as exactly as can be known. */
    Charge charge(long bytes) throws ImageException;

    /** Bytes charged now. */
    long used();

    /** The most that was ever charged at once. */
    long peak();

    @Override
    void close();

    /** A charge that ends with {@link #close}, which may be called more than once. */
    interface Charge extends AutoCloseable {
        @Override
        void close();
    }

    /** A buffer; not to be touched after {@link #close}. */
    interface Block extends Charge {
        ByteBuffer buffer();
    }
}
