package dev.darkroom.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The garbage collector of engines that are compared by threads, so that only threads differ. Survivor spaces have room for the uploads,
 * variants and tokens in hand: each that outgrows them brings a full collection nearer, and all threads wait for it.
 */
final class GcOptions {
    private static final Pattern SIZE = Pattern.compile("(\\d+)([kKmMgG])");

    private GcOptions() {}

    /**
     * @param heap as {@code -Xmx} takes it, with a unit
     */
    static List<String> flags(String heap) {
        Matcher size = SIZE.matcher(heap);
        if (!size.matches()) {
            throw new IllegalArgumentException("--heap is a number with k, m or g, not " + heap);
        }
        long young = Long.parseLong(size.group(1)) * 1024 * 9 / 16;
        String unit = size.group(2).toLowerCase(Locale.ROOT);
        String smaller = unit.equals("g") ? "m" : unit.equals("m") ? "k" : "";
        return List.of(
                "-XX:+UseSerialGC",
                "-Xms" + heap,
                "-Xmn" + young + smaller,
                "-XX:SurvivorRatio=1",
                "-XX:TargetSurvivorRatio=100");
    }
}
