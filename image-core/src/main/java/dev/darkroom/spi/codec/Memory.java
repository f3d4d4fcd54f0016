package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;
import java.nio.ByteBuffer;

/** The pixel memory of one job, limited by the job's grant. Thread-safe. Closing it frees all blocks and ends all charges. */
public interface Memory extends AutoCloseable {
    /**
     * Allocates a zeroed buffer. It is charged until it is closed.
     *
     * @param align alignment of the address of a direct buffer, a power of two; ignored for a heap buffer
     * @throws ImageException {@link dev.darkroom.core.Failure.OverLimit} of kind MEMORY when the job's grant is too small
     */
    Block allocate(long bytes, int align) throws ImageException;

    /** Charges memory that a foreign library allocates itself. The number of bytes should be as exact as possible. */
    Charge charge(long bytes) throws ImageException;

    /** Bytes currently charged. */
    long used();

    /** The maximum number of bytes charged at one time. */
    long peak();

    @Override
    void close();

    /** A charge against the grant. It ends with {@link #close}, which may be called more than once. */
    interface Charge extends AutoCloseable {
        @Override
        void close();
    }

    /** A charged buffer. It must not be used after {@link #close}. */
    interface Block extends Charge {
        ByteBuffer buffer();
    }
}
