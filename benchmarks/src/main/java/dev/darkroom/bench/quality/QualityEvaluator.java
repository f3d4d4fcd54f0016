package dev.darkroom.bench.quality;

import dev.darkroom.bench.engine.JobKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges what engines wrote out, photograph by photograph, so that each reference is made once. */
public final class QualityEvaluator {
    private final JobKind kind;
    private final Map<String, Path> folders;
    private final Map<String, Map<Integer, List<QualityScore>>> judged = new LinkedHashMap<>();

    /**
     * @param folders where each engine wrote its variants, by its name
     */
    public QualityEvaluator(JobKind kind, Map<String, Path> folders) {
        this.kind = kind;
        this.folders = folders;
    }

    /**
     * Judges every engine's variants of one photograph.
     *
     * @param orientation EXIF's, 1 to 8
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
                    judged.computeIfAbsent(engine.getKey(), name -> new LinkedHashMap<>())
                            .computeIfAbsent(size, each -> new ArrayList<>())
                            .add(QualityScore.between(reference, made));
                }
            }
        }
    }

    /** The mean over all photographs so far, by size. */
    public Map<Integer, QualityScore> verdict(String engine) {
        Map<Integer, QualityScore> means = new LinkedHashMap<>();
        judged.getOrDefault(engine, Map.of()).forEach((size, all) -> means.put(size, QualityScore.mean(all)));
        return means;
    }
}
