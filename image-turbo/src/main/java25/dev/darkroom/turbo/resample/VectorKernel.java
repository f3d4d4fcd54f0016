package dev.darkroom.turbo.resample;

import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.SourceRows;
import dev.darkroom.core.resample.StripKernel;
import dev.darkroom.spi.codec.Plane;

/**
 * Resamples a strip block by block, from left to right in the source. First it filters and transposes the source columns that the block
 * needs and that the previous block did not need. Then it filters horizontally, with rows as lanes. The intermediate values fit into the
 * first-level cache.
 */
final class VectorKernel implements StripKernel {
    /** Rows that are filtered horizontally together. */
    static final int ROWS = 32;

    private final BlockLayout blocks;
    private final boolean mirrored;
    private final boolean transposed;
    private final VectorColumnSums columns;
    private final VectorRowSums sums;
    private final VectorBlockWriter target;
    /** Sample {@code i} of the source row, from a block's first on, of target row {@code r}: at {@code i * ROWS + r}. */
    private final float[] turned;

    VectorKernel(PlaneResize resize, Plane plane) {
        this.blocks = BlockLayout.of(resize);
        this.mirrored = resize.across().mirrored();
        this.transposed = resize.transposed();
        this.columns = new VectorColumnSums(resize);
        this.sums = new VectorRowSums(resize, blocks);
        this.target = new VectorBlockWriter(resize, blocks, plane);
        this.turned = new float[turnedFloats(resize, blocks)];
    }

    static long bytes(PlaneResize resize) {
        BlockLayout blocks = BlockLayout.of(resize);
        return VectorColumnSums.bytes(resize)
                + VectorRowSums.bytes(resize, blocks)
                + VectorBlockWriter.bytes(resize, blocks)
                + 4L * turnedFloats(resize, blocks);
    }

    private static int turnedFloats(PlaneResize resize, BlockLayout blocks) {
        int beyond = PairedTaps.count(resize.horizontal()) * resize.channels() + VectorColumnSums.WIDTH;
        return (blocks.widest() + beyond) * ROWS;
    }

    @Override
    public void make(PlaneResize.Strip strip, SourceRows source) {
        int base = 0;
        int end = 0;
        for (int i = 0; i < blocks.count(); i++) {
            int block = mirrored ? blocks.count() - 1 - i : i;
            int from = blocks.from(block);
            if (from < end) {
                System.arraycopy(turned, (from - base) * ROWS, turned, 0, (end - from) * ROWS);
            } else {
                end = from;
            }
            base = from;
            for (; end < blocks.to(block); end += VectorColumnSums.WIDTH) {
                columns.sum(strip, source, end, turned, (end - base) * ROWS);
            }
            sums.sum(turned, base, blocks.first(block), blocks.pixels(block));
            if (transposed) {
                target.writeColumns(sums, strip, blocks.first(block), blocks.pixels(block));
            } else {
                target.writeRows(sums, strip, blocks.first(block), blocks.pixels(block));
            }
        }
        target.close(strip);
    }
}
