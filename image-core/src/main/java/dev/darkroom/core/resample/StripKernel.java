package dev.darkroom.core.resample;

/** Computes the resize of one plane. Not thread-safe. */
public interface StripKernel {
    /** Computes the target rows of the strip. */
    void make(PlaneResize.Strip strip, SourceRows rows);
}
