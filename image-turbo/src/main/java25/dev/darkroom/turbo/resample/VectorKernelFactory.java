package dev.darkroom.turbo.resample;

import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.StripKernel;
import dev.darkroom.core.resample.StripKernelFactory;
import dev.darkroom.spi.codec.Plane;

final class VectorKernelFactory implements StripKernelFactory {
    /** Description of the kernel for the operator. */
    String detail() {
        return "Vector API, " + PreferredVectors.FLOATS.vectorBitSize() + " bit";
    }

    @Override
    public int mostStripRows() {
        return VectorKernel.ROWS;
    }

    @Override
    public long bytes(PlaneResize resize) {
        return VectorKernel.bytes(resize);
    }

    @Override
    public StripKernel open(PlaneResize resize, Plane target) {
        return new VectorKernel(resize, target);
    }
}
