package dev.darkroom.cdn;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Converts outcomes to the JSON that {@link CallbackNotifier} documents. */
final class OutcomeJson {
    private OutcomeJson() {}

    static Map<String, Object> of(Outcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("job_id", outcome.job().id());
        if (outcome instanceof Outcome.Completed done) {
            put(json, done);
        } else if (outcome instanceof Outcome.Rejected rejected) {
            put(json, "rejected", rejected.job(), rejected.stage(), rejected.failure());
        } else if (outcome instanceof Outcome.Failed failed) {
            put(json, "failed", failed.job(), failed.stage(), failed.failure());
        }
        Map<String, Object> took = new LinkedHashMap<>();
        new TreeMap<>(outcome.job().took()).forEach((stage, time) -> took.put(lower(stage), time.toMillis()));
        json.put("took_ms", took);
        return json;
    }

    private static void put(Map<String, Object> json, Outcome.Completed done) {
        json.put("status", "completed");
        json.put("attributes", new TreeMap<>(done.job().attributes()));
        json.put("image", image(done.info()));
        json.put(
                "variants",
                done.renditions().stream()
                        .map(rendition -> variant(rendition, done.publications()))
                        .toList());
        json.put(
                "publications",
                done.publications().stream().map(OutcomeJson::publication).toList());
        json.put("warnings", done.warnings());
    }

    private static void put(Map<String, Object> json, String status, Outcome.Job job, Stage stage, Failure failure) {
        json.put("status", status);
        json.put("attributes", new TreeMap<>(job.attributes()));
        json.put("stage", lower(stage));
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("category", category(failure));
        if (failure instanceof Failure.Unavailable unavailable) {
            error.put("service", unavailable.service());
        }
        error.put("message", failure.message());
        error.put("retryable", failure.retryable());
        json.put("error", error);
    }

    private static Map<String, Object> image(ImageInfo info) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("content_type", info.format().mediaType());
        json.put("width", info.displayed().width());
        json.put("height", info.displayed().height());
        json.put("frames", info.frames());
        return json;
    }

    private static Map<String, Object> variant(Rendition rendition, List<Publication> publications) {
        Map<String, Object> references = new LinkedHashMap<>();
        for (Publication publication : publications) {
            String reference = publication.references().get(rendition.name());
            if (reference != null) {
                references.put(publication.publisher(), reference);
            }
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", rendition.name());
        json.put("content_type", rendition.contentType());
        json.put("width", rendition.size().width());
        json.put("height", rendition.size().height());
        json.put("size", rendition.bytes().length());
        json.put("references", references);
        return json;
    }

    private static Map<String, Object> publication(Publication publication) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("publisher", publication.publisher());
        json.put("properties", new TreeMap<>(publication.properties()));
        return json;
    }

    private static String category(Failure failure) {
        String name = failure.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
