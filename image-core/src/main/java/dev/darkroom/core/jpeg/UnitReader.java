package dev.darkroom.core.jpeg;

import dev.darkroom.core.ImageException;

/** Reads the MCUs of a scan, in order. */
interface UnitReader {
    /** Reads the MCUs of the next interval. All state is reset before it. */
    void read(long units) throws ImageException;
}
