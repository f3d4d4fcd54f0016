package dev.darkroom.bench.quality;

import dev.darkroom.bench.engine.JobKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures the quality of the variants of all engines. It works photograph by photograph, so that each reference is made only once. */
public final class QualityEvaluator {
    private final JobKind kind;
    private final Map<String, Path> folders;
    private final Map<String, Map<Integer, List<QualityScore>>> scores = new LinkedHashMap<>();

    /**
     * @param folders the folder with the variants of each engine, by engine name
     */
    public QualityEvaluator(JobKind kind, Map<String, Path> folders) {
        this.kind = kind;
        this.folders = folders;
    }

    /**
     * Measures the variants of one photograph from every engine.
     *
     * @param orientation EXIF orientation, 1 to 8
     */
    public void judge(int number, Path photo, int orientation) throws IOException {
        RgbPixels original = RgbPixels.read(photo).upright(orientation);
        for (int size : kind.sizes()) {
            Map<String, ExactRgb> references = new LinkedHashMap<>();
            for (Map.Entry<String, Path> engine : folders.entrySet()) {
                Path file = engine.getValue().resolve(kind.fileName(number, size));
                if (Files.exists(file)) {
                    ExactRgb made = RgbPixels.read(file).levels();
                    ExactRgb reference = references.computeIfAbsent(
                            made.width() + "x" + made.height(),
                            shape -> Lanczos3.resize(original, made.width(), made.height()));
                    scores.computeIfAbsent(engine.getKey(), name -> new LinkedHashMap<>())
                            .computeIfAbsent(size, each -> new ArrayList<>())
                            .add(QualityScore.between(reference, made));
                }
            }
        }
    }

    /** The mean over all photographs so far, by size. */
    public Map<Integer, QualityScore> verdict(String engine) {
        Map<Integer, QualityScore> means = new LinkedHashMap<>();
        scores.getOrDefault(engine, Map.of()).forEach((size, all) -> means.put(size, QualityScore.mean(all)));
        return means;
    }
}
