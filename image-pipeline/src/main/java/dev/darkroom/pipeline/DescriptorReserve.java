package dev.darkroom.pipeline;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.FileDescriptors;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Descriptors of a process that are held back while it works, so that it can still tell how the work ended when the work has taken all
 * others. Thread-safe.
 */
final class DescriptorReserve implements AutoCloseable {
    /** To tell, with a client that is ready: a connection, its name's resolution, and what loads a library has one each. */
    private static final int HELD = 4;
    /** For the work, which is not begun with less. A selector has 2, random numbers 2, each connection one. */
    private static final int FREE = 11;

    private final List<FileInputStream> held = new ArrayList<>();

    /**
     * @throws ImageException when there are too few for the work and the reserve; none is held then
     */
    DescriptorReserve() throws ImageException {
        this(new File(System.getProperty("java.home", ""), "lib/modules"));
    }

    /**
     * @param file any that can be opened; where it cannot be read, nothing is held
     */
    DescriptorReserve(File file) throws ImageException {
        if (!file.canRead()) {
            return;
        }
        try {
            while (held.size() < HELD + FREE) {
                held.add(new FileInputStream(file));
            }
            release(FREE);
        } catch (IOException e) {
            int free = held.size();
            close();
            throw FileDescriptors.tooFew(free, HELD + FREE, e);
        }
    }

    /** Gives all of them up. */
    @Override
    public synchronized void close() {
        release(held.size());
    }

    private synchronized void release(int count) {
        for (int i = 0; i < count; i++) {
            try {
                held.remove(held.size() - 1).close();
            } catch (IOException e) {
                // it is given up all the same
            }
        }
    }
}
