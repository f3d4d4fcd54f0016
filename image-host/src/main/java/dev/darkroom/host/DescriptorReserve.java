package dev.darkroom.host;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.FileDescriptors;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A reserve of file descriptors that is held while the work runs, so that the process can still report the outcome if the work has
 * exhausted all others. Thread-safe.
 */
final class DescriptorReserve implements AutoCloseable {
    /**
     * Number of descriptors that a report needs with a client that is ready: one each for a connection, for resolving a name, and for a
     * library while it loads.
     */
    private static final int RESERVED = 4;
    /**
     * Number of free descriptors that the work needs. It does not start with fewer. A selector has 2, random numbers have 2, each
     * connection has one.
     */
    private static final int FREE = 11;

    private final List<FileInputStream> held = new ArrayList<>();

    /**
     * @throws ImageException when there are too few for the work and the reserve; then none is held
     */
    DescriptorReserve() throws ImageException {
        this(new File(System.getProperty("java.home", ""), "lib/modules"));
    }

    /**
     * @param file a file to open for each descriptor; if it cannot be read, nothing is held
     */
    DescriptorReserve(File file) throws ImageException {
        if (!file.canRead()) {
            return;
        }
        try {
            while (held.size() < RESERVED + FREE) {
                held.add(new FileInputStream(file));
            }
            release(FREE);
        } catch (IOException e) {
            int free = held.size();
            close();
            throw FileDescriptors.tooFew(free, RESERVED + FREE, e);
        }
    }

    /** Releases all held descriptors. */
    @Override
    public synchronized void close() {
        release(held.size());
    }

    private synchronized void release(int count) {
        for (int i = 0; i < count; i++) {
            try {
                held.remove(held.size() - 1).close();
            } catch (IOException e) {
                // The descriptor is released even so.
            }
        }
    }
}
