package dev.darkroom.core.resample;

import dev.darkroom.spi.codec.Plane;

/** Opens the kernels of one kind. Shared and thread-safe. */
public interface StripKernelFactory {
    /** The most target rows that a strip may have. */
    int mostStripRows();

    /** What a kernel for this allocates, its {@link PlaneResize} not counted. */
    long bytes(PlaneResize resize);

    /**
     * @param target what it fills; stays the caller's
     */
    StripKernel open(PlaneResize resize, Plane target);
}
