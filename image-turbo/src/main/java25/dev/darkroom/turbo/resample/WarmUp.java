package dev.darkroom.turbo.resample;

import dev.darkroom.core.Orientation;
import dev.darkroom.core.Region;
import dev.darkroom.core.Size;
import dev.darkroom.core.resample.PlaneResize;
import dev.darkroom.core.resample.SourceRows;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.spi.codec.Resize;
import java.nio.ByteBuffer;

/**
 * Runs the kernel on small empty pictures until the JIT has compiled it. Before that, every vector is a heap object, and a picture takes
 * about fifty times as long. The warm-up takes about a second of one core. It runs once in a process, on a separate thread.
 */
final class WarmUp {
    private static final int PASSES = 400;
    /** One pass in this many also runs the code paths that few pictures use. */
    private static final int RARE = 4;

    private static final Size SOURCE = new Size(640, 480);
    private static final Size TARGET = new Size(240, 180);

    private final VectorKernelFactory kernels;
    private final Thread thread;

    private WarmUp(VectorKernelFactory kernels) {
        this.kernels = kernels;
        this.thread = new Thread(this::run, "darkroom-vector-warm-up");
        thread.setDaemon(true);
    }

    static WarmUp start(VectorKernelFactory kernels) {
        WarmUp warmUp = new WarmUp(kernels);
        warmUp.thread.start();
        return warmUp;
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    void join() throws InterruptedException {
        thread.join();
    }

    private void run() {
        for (int pass = 0; pass < PASSES; pass++) {
            resize(Layout.GRAY, Orientation.NORMAL);
            if (pass % RARE == 0) {
                resize(Layout.GRAY, Orientation.ROTATED_90);
                resize(Layout.RGBA, Orientation.NORMAL);
            }
        }
    }

    private void resize(Layout layout, Orientation orientation) {
        RasterSpec target = RasterSpec.of(orientation.transposes() ? TARGET.transposed() : TARGET, layout);
        Resize resize = new Resize(RasterSpec.of(SOURCE, layout), Region.all(SOURCE), orientation, target);
        PlaneResize plane = PlaneResize.of(resize, 0, kernels.mostStripRows());
        int rowBytes = layout.rowBytes(0, target.width());
        ByteBuffer pixels = ByteBuffer.allocate(rowBytes * target.height());
        VectorKernel kernel = new VectorKernel(plane, new Plane(pixels, 0, rowBytes, rowBytes, target.height()));
        byte[] source = new byte[plane.mostSourceRows() * plane.sourceRowBytes()];
        for (int i = 0; i < plane.strips(); i++) {
            PlaneResize.Strip strip = plane.strip(i);
            int sourceRowBytes = plane.sourceRowBytes();
            kernel.make(strip, new SourceRows(source, 0, sourceRowBytes, sourceRowBytes, strip.sourceRows()));
        }
    }
}
