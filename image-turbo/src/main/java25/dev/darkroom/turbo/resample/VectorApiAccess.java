package dev.darkroom.turbo.resample;

import dev.darkroom.core.resample.StripKernelFactory;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.turbo.TurboAvailability;
import java.util.Optional;

/**
 * The border to the Vector API; this is its open side, for Java 25. Nothing beyond it is loaded before the module was seen to be there: a
 * process that is not started with it pays nothing. One that is goes on with another resampler until this one is compiled.
 */
final class VectorApiAccess {
    private static final String MODULE = "jdk.incubator.vector";

    private VectorApiAccess() {}

    static Availability availability() {
        return closed().map(Availability::unavailable)
                .orElseGet(() -> LazyHolder.WARM_UP.isOver() ? LazyHolder.AVAILABLE : LazyHolder.NOT_YET);
    }

    private static Optional<String> closed() {
        return TurboAvailability.closed()
                .or(() -> ModuleLayer.boot().findModule(MODULE).isPresent()
                        ? Optional.empty()
                        : Optional.of("start Java with --add-modules " + MODULE
                                + ", where the process lives for more than a few pictures"));
    }

    static StripKernelFactory kernels() {
        return LazyHolder.KERNELS;
    }

    /** Waits until a process that may use the kernel also does. */
    static void warm() throws InterruptedException {
        if (closed().isEmpty()) {
            LazyHolder.WARM_UP.join();
        }
    }

    private static final class LazyHolder {
        static final VectorKernelFactory KERNELS = opened();
        static final WarmUp WARM_UP = WarmUp.start(KERNELS);
        static final Availability AVAILABLE = new Availability.Available(KERNELS.detail());
        static final Availability NOT_YET =
                Availability.unavailable(KERNELS.detail() + ", is being compiled; the next resampler runs meanwhile");

        private static VectorKernelFactory opened() {
            ModuleLayer.boot().findModule(MODULE).ifPresent(VectorApiAccess.class.getModule()::addReads);
            return new VectorKernelFactory();
        }
    }
}
