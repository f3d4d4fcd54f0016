package dev.darkroom.worker;

import static dev.darkroom.host.Setting.COUNT;
import static dev.darkroom.host.Setting.TEXT;
import static dev.darkroom.host.Setting.URL;
import static dev.darkroom.host.Setting.matching;

import dev.darkroom.host.Setting;
import dev.darkroom.spi.delivery.ObjectKey;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The environment variables of the worker. The code, the README and the error messages use these descriptions. */
enum WorkerVariable {
    TASK_ID(null, TEXT, "names the task to the orchestrator"),
    BATCH_ID(null, TEXT, "names the batch to the orchestrator"),
    INPUT_R2_KEY(null, ObjectKey::isValid, "key of the upload in the staging bucket"),
    INPUT_FILE_NAME(
            null,
            name -> name.length() <= 255 && ObjectKey.isSegment(name),
            "the upload's name: one path segment of up to 255 characters, not `.` or `..`"),
    INPUT_CONTENT_TYPE(null, TEXT, "declared content type; the real one is detected from the bytes"),
    INPUT_FILE_SIZE(null, matching("[0-9]{1,18}"), "the upload's size in bytes, a whole number"),
    INPUT_CID("", TEXT, "the upload's IPFS content id, if it has one"),
    R2_ACCOUNT_ID(null, matching("[A-Za-z0-9_-]+"), "the account that owns the buckets"),
    R2_ACCESS_KEY_ID(null, TEXT, "access key for the buckets"),
    R2_SECRET_ACCESS_KEY(null, TEXT, "the access key's secret"),
    R2_BUCKET(null, matching("[A-Za-z0-9._-]+"), "the staging bucket"),
    ARCHIVE_BUCKET(null, matching("[A-Za-z0-9._-]+"), "the bucket that keeps originals"),
    CDN_API_URL(null, URL, "where assets are registered, an http or https URL without `/asset`"),
    CDN_PUBLIC_URL(null, URL, "where assets are served, an http or https URL without `/asset`"),
    CALLBACK_URL(null, URL, "where the callback goes when the task has ended, an http or https URL"),
    R2_ENDPOINT("https://{R2_ACCOUNT_ID}.r2.cloudflarestorage.com", URL, "the object store's address"),
    MAX_FILE_SIZE("52428800", COUNT, "largest upload, in bytes"),
    MAX_PIXELS("100000000", COUNT, "largest upload, in pixels"),
    VARIANTS(
            "thumb=400,medium=1200,large=2400",
            matching("(?!(.*,)?(original=|([a-z0-9_-]+)=(.*,)?\\3=))([a-z0-9_-]{1,32}=[1-9][0-9]{0,4}(,(?!$)|$))+"),
            "names (`a-z0-9_-`, not `original`) and longest sides of the variants"),
    MAX_ORIGINAL_DIMENSION("4000", COUNT, "longest side up to which the cleaned original is served too"),
    OUTPUT_FORMAT("source", matching("source|jpeg|webp|png"), "`source`, `jpeg`, `webp` or `png`, for the variants"),
    QUALITY("80", matching("[1-9][0-9]?|100"), "1 to 100, for lossy formats"),
    ARCHIVE_COLLISION(
            "suffix", matching("suffix|fail|overwrite"), "`suffix`, `fail` or `overwrite`, if the name is taken"),
    DELETE_STAGING("false", matching("true|false"), "`true` deletes the upload after the callback was accepted"),
    CALLBACK_SECRET("", TEXT, "signs the callback"),
    STOP_SECONDS("5", COUNT, "seconds that the platform gives the worker to end after SIGTERM or SIGINT");

    @SuppressWarnings("ImmutableEnumChecker") // a Setting is immutable
    final Setting setting;

    WorkerVariable(@Nullable String fallback, Predicate<String> form, String meaning) {
        setting = new Setting(name(), fallback, form, meaning);
    }

    /**
     * @throws IllegalArgumentException with a message of one line, if the variable is missing or malformed
     */
    String in(Map<String, String> environment) {
        return setting.in(environment);
    }

    int number(Map<String, String> environment) {
        return (int) setting.number(environment);
    }
}
