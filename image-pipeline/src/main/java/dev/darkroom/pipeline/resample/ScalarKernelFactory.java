package dev.darkroom.pipeline.resample;

import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.StripKernel;
import dev.darkroom.core.resample.StripKernelFactory;
import dev.darkroom.spi.codec.Plane;

final class ScalarKernelFactory implements StripKernelFactory {
    @Override
    public int mostStripRows() {
        return ScalarKernel.ROWS;
    }

    @Override
    public long bytes(PlaneResize resize) {
        return ColumnSums.bytes(resize) + RowSums.bytes(resize) + BlockWriter.bytes(resize);
    }

    @Override
    public StripKernel open(PlaneResize resize, Plane target) {
        return new ScalarKernel(resize, target);
    }
}
