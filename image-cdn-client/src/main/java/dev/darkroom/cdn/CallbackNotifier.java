package dev.darkroom.cdn;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.json.Json;
import dev.darkroom.spi.delivery.Notifier;

/**
 * A notifier that posts every outcome as JSON through a {@link Callback}. The idempotency key is the job's id. The JSON is
 *
 * <pre>{@code
 * {"job_id":"…", "status":"completed", "attributes":{"contentId":"42"},
 *  "image":{"content_type":"image/jpeg","width":4000,"height":3000,"frames":1},
 *  "variants":[{"name":"sm","content_type":"image/webp","width":400,"height":300,"size":45678,"references":{"cdn":"https://…"}}],
 *  "publications":[{"publisher":"cdn","properties":{"cdnUrl":"https://…"}}],
 *  "warnings":[],
 *  "took_ms":{"admit":3,"decode":28}}
 *
 * {"job_id":"…", "status":"rejected", "attributes":{},
 *  "stage":"plan",
 *  "error":{"category":"over_limit","message":"pixel limit: 900000000 > 100000000","retryable":false},
 *  "took_ms":{"admit":3,"identify":0}}
 * }</pre>
 *
 * <p>{@code status} is {@code completed}, {@code rejected} (a fault of the upload) or {@code failed} (a fault of this library or of
 * a service; then {@code error.service} names it). Width and height are displayed sizes in pixels; {@code size} is in bytes.
 * {@code error.category} is one of
 * {@code unrecognized}, {@code disallowed}, {@code malformed}, {@code over_limit}, {@code unsupported}, {@code stopped},
 * {@code unavailable} and {@code defect}. Objects that a failed job left behind are not in the JSON, because they
 * are for the operator. Thread-safe.
 */
public final class CallbackNotifier implements Notifier {
    private final Callback callback;

    public CallbackNotifier(Callback callback) {
        this.callback = callback;
    }

    @Override
    public String name() {
        return "callback";
    }

    @Override
    public void notify(Outcome outcome) throws ImageException {
        callback.send(Json.compact(OutcomeJson.of(outcome)), outcome.job().id());
    }

    @Override
    public String toString() {
        return callback.toString();
    }
}
