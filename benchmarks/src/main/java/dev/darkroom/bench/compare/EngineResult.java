package dev.darkroom.bench.compare;

import dev.darkroom.bench.quality.QualityScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The results of one engine.
 *
 * @param ready the description that the engine gave of itself
 * @param first the passes of the engine that the others are compared with
 * @param portable the passes of our portable codecs on the same Java; empty if there are none
 */
record EngineResult(
        EngineCommand contestant,
        Map<String, ?> ready,
        List<Pass> passes,
        List<Pass> first,
        List<Pass> portable,
        int photos) {
    String name() {
        return contestant.name();
    }

    int cores() {
        return contestant.cores().size();
    }

    private Quartiles perPhoto(ToDoubleFunction<Pass> value) {
        return Quartiles.of(
                passes.stream().map(pass -> value.applyAsDouble(pass) / photos).toList());
    }

    /** The ratio to the first engine, round by round. Load on the machine in a round slows both engines and cancels out. */
    private Quartiles ratio(ToDoubleFunction<Pass> value) {
        return ratio(value, first);
    }

    private Quartiles ratio(ToDoubleFunction<Pass> value, List<Pass> others) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < passes.size(); round++) {
            ratios.add(value.applyAsDouble(passes.get(round)) / value.applyAsDouble(others.get(round)));
        }
        return Quartiles.of(ratios);
    }

    private Map<String, Double> stages() {
        Map<String, Double> stages = new TreeMap<>();
        passes.get(0)
                .stagesMs()
                .keySet()
                .forEach(stage -> stages.put(
                        stage,
                        perPhoto(pass -> pass.stagesMs().getOrDefault(stage, 0.0))
                                .median()));
        return stages;
    }

    private Pass last() {
        return passes.get(passes.size() - 1);
    }

    Map<String, Object> json(Map<Integer, QualityScore> quality) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name());
        json.put("cores", contestant.cores());
        json.put("environment", contestant.environment());
        json.put("runtime", ready.get("runtime"));
        json.put("flags", ready.get("flags"));
        json.put("about", ready.get("about"));
        json.put("wallMs", perPhoto(Pass::wallMs).asMap());
        json.put("cpuMs", perPhoto(Pass::cpuMs).asMap());
        json.put("wallRatio", ratio(Pass::wallMs).asMap());
        json.put("cpuRatio", ratio(Pass::cpuMs).asMap());
        if (!portable.isEmpty()) {
            json.put("portableWallRatio", ratio(Pass::wallMs, portable).asMap());
            json.put("portableCpuRatio", ratio(Pass::cpuMs, portable).asMap());
        }
        json.put("bytes", last().bytes());
        json.put("bytesRatio", (double) last().bytes() / first.get(0).bytes());
        json.put("peakKib", last().peakKib());
        json.put("stagesMs", stages());
        Map<String, Object> sizes = new LinkedHashMap<>();
        quality.forEach(
                (size, each) -> sizes.put(String.valueOf(size), Map.of("ssim", each.ssim(), "psnr", each.psnr())));
        json.put("quality", sizes);
        return json;
    }

    String text(Map<Integer, QualityScore> quality) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-28s wall %s ms  cpu %s ms  x%s (cpu x%s)  %d kB (x%.3f)  %d MB%n",
                name(),
                perPhoto(Pass::wallMs).text(1),
                perPhoto(Pass::cpuMs).text(1),
                ratio(Pass::wallMs).text(2),
                ratio(Pass::cpuMs).text(2),
                last().bytes() / photos / 1000,
                (double) last().bytes() / first.get(0).bytes(),
                last().peakKib() / 1024));
        quality.forEach((size, each) -> text.append(
                String.format(Locale.ROOT, "    %4d: SSIM %.5f PSNR %.2f dB", size, each.ssim(), each.psnr())));
        text.append(quality.isEmpty() ? "" : "\n");
        stages().forEach((stage, millis) -> text.append(String.format(Locale.ROOT, "    %s %.1f", stage, millis)));
        text.append(stages().isEmpty() ? "" : " ms\n");
        text.append("    ")
                .append(ready.get("runtime"))
                .append(' ')
                .append(ready.get("flags"))
                .append('\n');
        return text.toString();
    }
}
