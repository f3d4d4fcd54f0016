package dev.darkroom.turbo.resample;

import dev.darkroom.core.resample.StripKernelFactory;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.turbo.TurboAvailability;
import java.util.Optional;

/**
 * Access to the Vector API. This version runs on Java 25 and newer. It loads the kernel's classes only after it has found the module
 * {@code jdk.incubator.vector}, so a process without that module has no extra cost. A process with it uses another resampler until the JIT
 * has compiled the kernel.
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
                                + " if the process resizes more than a few pictures"));
    }

    static StripKernelFactory kernels() {
        return LazyHolder.KERNELS;
    }

    /** Waits until the JIT has compiled the kernel. Returns at once if the kernel is unavailable. */
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
                Availability.unavailable(KERNELS.detail() + ", is being compiled; the next resampler runs until then");

        private static VectorKernelFactory opened() {
            ModuleLayer.boot().findModule(MODULE).ifPresent(VectorApiAccess.class.getModule()::addReads);
            return new VectorKernelFactory();
        }
    }
}
