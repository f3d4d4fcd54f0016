package dev.darkroom.worker;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every environment variable the worker reads: the one table that code, README and error text share. */
enum Variable {
    TASK_ID(null, ".+", "names the task to the orchestrator"),
    BATCH_ID(null, ".+", "names the batch to the orchestrator"),
    INPUT_R2_KEY(null, ".+", "key of the upload in the staging bucket"),
    INPUT_FILE_NAME(null, "(?!\\.{1,2}$)[^/\\p{Cntrl}]{1,255}", "name to archive it under: one path segment"),
    INPUT_CONTENT_TYPE(null, ".+", "what the uploader says it is; the bytes decide"),
    INPUT_FILE_SIZE(null, "\\d{1,18}", "its size in bytes, a whole number"),
    INPUT_CID("", ".*", "its IPFS content id, if it has one"),
    R2_ACCOUNT_ID(null, "[A-Za-z0-9_-]+", "the account that owns the buckets"),
    R2_ACCESS_KEY_ID(null, ".+", "access key for the buckets"),
    R2_SECRET_ACCESS_KEY(null, ".+", "its secret"),
    R2_BUCKET(null, ".+", "the staging bucket"),
    ARCHIVE_BUCKET(null, ".+", "the bucket that keeps originals"),
    CDN_API_URL(null, "https?://.+", "where assets are registered, without /asset"),
    CDN_PUBLIC_URL(null, "https?://.+", "where assets are served, without /asset"),
    CALLBACK_URL(null, "https?://.+", "who is told how the task ended"),
    R2_ENDPOINT("https://{R2_ACCOUNT_ID}.r2.cloudflarestorage.com", "https?://.+", "the object store's address"),
    MAX_FILE_SIZE("52428800", "[1-9]\\d{0,9}", "most bytes of an upload"),
    MAX_PIXELS("100000000", "[1-9]\\d{0,9}", "most pixels of an upload"),
    VARIANTS(
            "thumb=400,medium=1200,large=2400",
            "(?!(.*,)?original=)[a-z0-9_-]{1,32}=[1-9]\\d{0,4}(,[a-z0-9_-]{1,32}=[1-9]\\d{0,4})*",
            "names and longest sides of the variants"),
    MAX_ORIGINAL_DIMENSION("4000", "[1-9]\\d{0,8}", "longest side up to which the cleaned original is served too"),
    OUTPUT_FORMAT("source", "source|jpeg|webp|png", "format of the variants"),
    QUALITY("80", "[1-9]\\d?|100", "1 to 100, for lossy formats"),
    ARCHIVE_COLLISION("suffix", "suffix|fail|overwrite", "when other bytes have the archive name already"),
    DELETE_STAGING("false", "true|false", "delete the upload once the callback was taken"),
    CALLBACK_SECRET("", ".*", "signs the callback");

    private final String fallback;
    private final Pattern form;
    private final String meaning;

    Variable(String fallback, String form, String meaning) {
        this.fallback = fallback;
        this.form = Pattern.compile(form, Pattern.DOTALL);
        this.meaning = meaning;
    }

    /**
     * The value, or the default.
     *
     * @throws IllegalArgumentException in one line, without the value of a secret
     */
    String in(Map<String, String> environment) {
        String value = environment.getOrDefault(name(), "");
        if (value.isEmpty()) {
            if (fallback == null) {
                throw new IllegalArgumentException(name() + " is missing: " + meaning);
            }
            value = this == R2_ENDPOINT ? fallback.replace("{R2_ACCOUNT_ID}", R2_ACCOUNT_ID.in(environment)) : fallback;
        }
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(name() + " is malformed: " + meaning);
        }
        return value;
    }

    long number(Map<String, String> environment) {
        return Long.parseLong(in(environment));
    }

    /** Checks all of them. */
    static void check(Map<String, String> environment) {
        Stream.of(values()).forEach(variable -> variable.in(environment));
    }

    /** As Markdown. */
    static String table() {
        return Stream.of(values())
                .map(v -> "| `%s` | %s | %s |".formatted(v.name(), v.shownDefault(), v.meaning))
                .collect(Collectors.joining("\n", "| variable | default | meaning |\n| --- | --- | --- |\n", "\n"));
    }

    private String shownDefault() {
        return Optional.ofNullable(fallback)
                .map(f -> f.isEmpty() ? "" : "`" + f + "`")
                .orElse("required");
    }
}
