package dev.darkroom.bench.compare;

import dev.darkroom.bench.quality.QualityScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of a run per photograph. Each engine is compared with the first one. */
final class ComparisonTable {
    private final CompareOptions options;
    private final List<Photos.Photo> photos;
    private final List<EngineResult> results = new ArrayList<>();

    ComparisonTable(CompareOptions options, List<Photos.Photo> photos) {
        this.options = options;
        this.photos = photos;
    }

    void add(EngineProcess engine, List<Pass> passes) {
        List<Pass> first = results.isEmpty() ? passes : results.get(0).passes();
        results.add(new EngineResult(
                engine.contestant(), engine.ready(), passes, first, portable(engine.contestant()), photos.size()));
    }

    /** The passes of our portable codecs on the same Java. The name of an engine in Java ends with the name of that Java. */
    private List<Pass> portable(EngineCommand contestant) {
        return results.stream()
                .filter(each -> each.name().startsWith("darkroom portable, "))
                .filter(each -> !contestant.name().startsWith("darkroom")
                        && contestant
                                .name()
                                .endsWith(each.name().substring(each.name().indexOf(", "))))
                .map(EngineResult::passes)
                .findFirst()
                .orElse(List.of());
    }

    Map<String, Object> json(Map<String, Map<Integer, QualityScore>> quality) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job", options.kind().title());
        json.put("runs", options.runs());
        json.put("warm", options.warm());
        json.put("pinned", CpuAffinity.there());
        json.put("photos", photos.stream().map(ComparisonTable::photo).toList());
        json.put(
                "engines",
                results.stream()
                        .map(each -> each.json(quality.getOrDefault(each.name(), Map.of())))
                        .toList());
        Map<String, Object> scaling = new LinkedHashMap<>();
        ThreadScaling.of(results).forEach((engine, speedup) -> scaling.put(engine, speedup.asMap()));
        json.put("scaling", scaling);
        return json;
    }

    private static Map<String, Object> photo(Photos.Photo photo) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", String.valueOf(photo.file().getFileName()));
        json.put("megapixels", photo.info().stored().pixels() / 1e6);
        json.put("profile", photo.hasProfile());
        json.put("progressive", photo.info().progressive());
        return json;
    }

    String text(Map<String, Map<Integer, QualityScore>> quality) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s job, %d photographs of %.0f MP together, %d with a profile; %d rounds after %d; %s%n",
                options.kind().title(),
                photos.size(),
                photos.stream()
                                .mapToLong(photo -> photo.info().stored().pixels())
                                .sum()
                        / 1e6,
                photos.stream().filter(Photos.Photo::hasProfile).count(),
                options.runs(),
                options.warm(),
                CpuAffinity.there() ? "a core for each thread (taskset)" : "NOT pinned: there is no taskset"));
        text.append("per photograph: median [quartiles] of wall and CPU time; how many times the first's wall and CPU"
                + " time; kilobytes made; the process's peak RSS; SSIM and PSNR per size\n\n");
        results.forEach(each -> text.append(each.text(quality.getOrDefault(each.name(), Map.of()))));
        ThreadScaling.of(results)
                .forEach((engine, speedup) -> text.append(engine)
                        .append(", all cores beside the mean of each alone: x")
                        .append(speedup.text(2))
                        .append('\n'));
        return text.toString();
    }
}
