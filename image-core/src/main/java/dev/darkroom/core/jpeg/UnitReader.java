package dev.darkroom.core.jpeg;

import dev.darkroom.core.ImageException;

/** Reads the MCUs of a scan, in order. */
interface UnitReader {
    /** Resets the state that an interval has. Called before the first MCU of each interval. */
    default void startInterval() {}

    /** Reads the next MCUs of the interval. */
    void read(long units) throws ImageException;
}
