package dev.darkroom.bench.leak;

import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.MemoryProvider;
import dev.darkroom.spi.codec.Providers;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The native allocations of this process, as memory providers report them in {@code describe()}. */
final class NativeAllocationCount {
    private static final Pattern COUNT = Pattern.compile("(\\d+) (?:blocks|arenas|handles)\\b");

    private final List<MemoryProvider> providers =
            Providers.load(ServiceLoader.load(MemoryProvider.class), broken -> {});

    /**
     * @param told text with the number of allocations of each kind
     */
    record HeldAmount(String told, long sum) {}

    /** The current allocations. Empty if no provider counts them, for example without image-turbo. */
    Optional<HeldAmount> held() {
        return providers.stream()
                .map(MemoryProvider::availability)
                .filter(Availability::isAvailable)
                .map(here -> ((Availability.Available) here).detail())
                .filter(detail -> COUNT.matcher(detail).find())
                .map(detail -> new HeldAmount(detail, sum(detail)))
                .findFirst();
    }

    private static long sum(String detail) {
        return COUNT.matcher(detail)
                .results()
                .map(MatchResult::group)
                .mapToLong(count -> Long.parseLong(count.substring(0, count.indexOf(' '))))
                .sum();
    }
}
