package dev.darkroom.core.resample;

/** The arithmetic of one plane's resize. Not thread-safe. */
public interface StripKernel {
    /** Makes the strip's target rows. */
    void make(PlaneResize.Strip strip, SourceRows rows);
}
