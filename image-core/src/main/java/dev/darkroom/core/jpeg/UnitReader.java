package dev.darkroom.core.jpeg;

import dev.darkroom.core.ImageException;

/** Reads the MCUs of a scan, in order. */
interface UnitReader {
    /** Reads those of the next interval, all of whose state starts anew. */
    void read(long units) throws ImageException;
}
