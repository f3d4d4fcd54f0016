package dev.darkroom.turbo;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What was had from native code and is to be given back to it, over the whole process: a leak shows as a number that grows. Thread-safe. */
public final class NativeResourceCounter {
    /** Allocated by {@code malloc} or {@code calloc}. */
    public static final NativeResourceCounter BLOCKS = new NativeResourceCounter("blocks");

    public static final NativeResourceCounter ARENAS = new NativeResourceCounter("arenas");
    /** A library's own structures, behind which it has memory of its own. */
    public static final NativeResourceCounter HANDLES = new NativeResourceCounter("handles");

    private final String name;
    private final AtomicLong held = new AtomicLong();

    private NativeResourceCounter(String name) {
        this.name = name;
    }

    public void taken() {
        held.incrementAndGet();
    }

    public void givenBack() {
        held.decrementAndGet();
    }

    /** All of them, as {@code "0 blocks, 0 arenas, 0 handles in use"}. */
    public static String told() {
        return List.of(BLOCKS, ARENAS, HANDLES).stream()
                .map(each -> each.held.get() + " " + each.name)
                .collect(Collectors.joining(", ", "", " in use"));
    }
}
