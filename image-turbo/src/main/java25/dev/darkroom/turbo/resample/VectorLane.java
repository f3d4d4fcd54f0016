package dev.darkroom.turbo.resample;

import dev.darkroom.core.resample.StripKernels;
import dev.darkroom.spi.Availability;
import dev.darkroom.turbo.FastLane;
import java.util.Optional;

/**
 * The border to the Vector API; this is its open side, for Java 25. Nothing beyond it is loaded before the module was seen to be there: a
 * process that is not started with it pays nothing.
 */
final class VectorLane {
    private static final String MODULE = "jdk.incubator.vector";

    private VectorLane() {}

    static Availability availability() {
        Optional<String> closed = FastLane.closed();
        if (closed.isPresent()) {
            return Availability.unavailable(closed.get());
        }
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Availability.unavailable("start Java with --add-modules " + MODULE
                    + ", where the process lives for more than a few pictures");
        }
        return Opened.AVAILABILITY;
    }

    static StripKernels kernels() {
        return Opened.KERNELS;
    }

    private static final class Opened {
        static final VectorKernels KERNELS = opened();
        static final Availability AVAILABILITY = new Availability.Available(KERNELS.detail());

        private static VectorKernels opened() {
            ModuleLayer.boot().findModule(MODULE).ifPresent(VectorLane.class.getModule()::addReads);
            return new VectorKernels();
        }
    }
}
