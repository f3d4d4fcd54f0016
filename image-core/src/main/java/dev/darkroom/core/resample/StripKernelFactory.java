package dev.darkroom.core.resample;

import dev.darkroom.spi.codec.Plane;

/** Creates kernels of one kind. Shared and thread-safe. */
public interface StripKernelFactory {
    /** The maximum number of target rows of a strip. */
    int mostStripRows();

    /** Bytes that a kernel for this resize allocates, without the {@link PlaneResize}. */
    long bytes(PlaneResize resize);

    /**
     * Creates a kernel.
     *
     * @param target the plane that the kernel fills; owned by the caller
     */
    StripKernel open(PlaneResize resize, Plane target);
}
