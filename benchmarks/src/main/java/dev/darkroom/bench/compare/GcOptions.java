package dev.darkroom.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Garbage collector flags for comparing numbers of threads, so that only the number of threads differs. The survivor spaces are large
 * enough for the uploads, variants and tokens in use. Objects that do not fit are promoted, and then a full collection, for which all
 * threads wait, comes sooner.
 */
final class GcOptions {
    private static final Pattern SIZE = Pattern.compile("(\\d+)([kKmMgG])");

    private GcOptions() {}

    /**
     * @param heap heap size in the format of {@code -Xmx}, with a unit
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
