package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Stage;
import dev.darkroom.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a task's callback: the result of a job whose last publisher is a {@link RefPublisher}. Times are whole milliseconds.
 *
 * <pre>{@code
 * {"task_id":"t1","batch_id":"b1","status":"success","ref_json_r2_key":"staging/sunset.jpg.ref.json","ref_data":{},
 *  "archive_r2_key":"sunset.jpg","performance":{"total_time_ms":900,"download_time_ms":80,"resize_time_ms":300,
 *  "cdn_upload_time_ms":200,"archive_time_ms":150}}
 * {"task_id":"t1","batch_id":"b1","status":"error","error":"Failed to process image: pixel limit: 900000000 > 100000000"}
 * }</pre>
 *
 * @param refKey key of the ref
 */
public record TaskReport(String taskId, String batchId, String refKey) {
    private static final Map<String, String> PUBLISHER_FAILED = Map.of(
            "cdn", "CDN upload failed: ", "archive", "Failed to archive image: ", "ref", "Failed to write ref: ");
    private static final int MAX_DEPTH = 8;

    /**
     * @param ref the publication of {@link RefPublisher}, from this job or an earlier one
     * @param job facts about the job; empty when an earlier job had done everything
     * @param total duration of the whole task
     * @throws IllegalArgumentException when the data of the publication is not a JSON object
     */
    public Bytes success(Publication ref, Optional<Outcome.Job> job, Duration total) {
        Bytes data = Bytes.wrap(
                ref.properties().getOrDefault(RefPublisher.DATA, "{}").getBytes(StandardCharsets.UTF_8));
        Map<String, @Nullable Object> body = body("success");
        body.put("ref_json_r2_key", refKey);
        body.put("ref_data", refData(data));
        body.put("archive_r2_key", ref.properties().get(RefPublisher.ARCHIVE_KEY));
        body.put("performance", performance(job, total));
        return Json.compact(body);
    }

    private static Map<String, @Nullable Object> refData(Bytes data) {
        try {
            return Json.object(data, data.length(), MAX_DEPTH);
        } catch (ImageException e) {
            throw new IllegalArgumentException("the ref is " + e.getMessage(), e);
        }
    }

    public Bytes error(String error) {
        Map<String, @Nullable Object> body = body("error");
        body.put("error", error);
        return Json.compact(body);
    }

    /** The error text of an outcome: the step that failed and the reason. */
    public static String error(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return error(rejected.job(), rejected.stage(), rejected.failure());
        }
        if (outcome instanceof Outcome.Failed failed) {
            return error(failed.job(), failed.stage(), failed.failure());
        }
        return "the ref was not written";
    }

    private static String error(Outcome.Job job, Stage stage, Failure failure) {
        String doing = switch (stage) {
            case ADMIT -> "Failed to download image: ";
            case IDENTIFY, PLAN, DECODE, RENDER -> "Failed to process image: ";
            case DELIVER, NOTIFY ->
                PUBLISHER_FAILED.getOrDefault(job.failedPublisher().orElse(""), "Failed to deliver image: ");
        };
        return doing + failure.message();
    }

    private Map<String, @Nullable Object> body(String status) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("task_id", taskId);
        body.put("batch_id", batchId);
        body.put("status", status);
        return body;
    }

    private static Map<String, Long> performance(Optional<Outcome.Job> job, Duration total) {
        Map<String, Long> performance = new LinkedHashMap<>();
        performance.put("total_time_ms", total.toMillis());
        performance.put("download_time_ms", millis(job, Stage.ADMIT));
        performance.put("resize_time_ms", millis(job, Stage.IDENTIFY, Stage.PLAN, Stage.DECODE, Stage.RENDER));
        performance.put("cdn_upload_time_ms", publisherMillis(job, "cdn"));
        performance.put("archive_time_ms", publisherMillis(job, "archive"));
        return performance;
    }

    private static long millis(Optional<Outcome.Job> job, Stage... stages) {
        long sum = 0;
        for (Stage stage : stages) {
            sum += job.map(j -> j.took().get(stage)).map(Duration::toMillis).orElse(0L);
        }
        return sum;
    }

    private static long publisherMillis(Optional<Outcome.Job> job, String publisher) {
        return job.map(j -> j.publishersTook().get(publisher))
                .map(Duration::toMillis)
                .orElse(0L);
    }
}
