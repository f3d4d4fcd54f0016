package dev.darkroom.turbo;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Counts the native resources in use in the whole process. A leak shows as a number that grows. Thread-safe. */
public final class NativeResourceCounter {
    /** Blocks allocated by {@code malloc} or {@code calloc}. */
    public static final NativeResourceCounter BLOCKS = new NativeResourceCounter("blocks");

    public static final NativeResourceCounter ARENAS = new NativeResourceCounter("arenas");
    /** Structures that a library allocated, with the memory that belongs to them. */
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

    /** All counters as text: {@code "0 blocks, 0 arenas, 0 handles in use"}. */
    public static String told() {
        return List.of(BLOCKS, ARENAS, HANDLES).stream()
                .map(each -> each.held.get() + " " + each.name)
                .collect(Collectors.joining(", ", "", " in use"));
    }
}
