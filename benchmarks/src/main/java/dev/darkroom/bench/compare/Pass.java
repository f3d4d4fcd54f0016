package dev.darkroom.bench.compare;

import dev.darkroom.world.StrictJson;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One pass over all photographs.
 *
 * @param stagesMs time per stage, summed over photographs; empty if the engine does not report it
 * @param peakKib peak resident memory of the process so far, in KiB
 */
record Pass(double wallMs, double cpuMs, long bytes, Map<String, Double> stagesMs, long peakKib) {
    static Pass of(String json) {
        Map<String, ?> answer = StrictJson.object(json);
        Map<String, Double> stages = new TreeMap<>();
        if (answer.get("stagesMs") instanceof Map<?, ?> told) {
            told.forEach((stage, millis) -> stages.put(String.valueOf(stage), number(millis)));
        }
        return new Pass(
                number(answer.get("wallMs")),
                number(answer.get("cpuMs")),
                (long) number(answer.get("bytes")),
                stages,
                (long) number(answer.get("peakKib")));
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
