package dev.darkroom.upload;

import static dev.darkroom.host.Setting.COUNT;
import static dev.darkroom.host.Setting.TEXT;
import static dev.darkroom.host.Setting.URL;
import static dev.darkroom.host.Setting.matching;

import dev.darkroom.host.Setting;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The settings of the servlet. The code, the README and the error messages use these descriptions. */
enum ServletVariable {
    HOST("127.0.0.1", matching("[A-Za-z0-9.:_-]+"), "the address on which the server listens"),
    PORT("8080", matching("\\d{1,5}"), "the port; 0 for any free port"),
    STORE(
            "file:./data",
            matching("r2|[a-z][a-z0-9]*:.*"),
            "where pictures are kept: a store's URI, such as `file:./data` or `s3://bucket/prefix`, or `r2`"),
    R2_ACCOUNT_ID("", TEXT, "with `r2`: the account that owns the bucket"),
    R2_BUCKET("", TEXT, "with `r2`: the bucket"),
    R2_ACCESS_KEY_ID("", TEXT, "with `r2`: access key for the bucket"),
    R2_SECRET_ACCESS_KEY("", TEXT, "with `r2`: the access key's secret"),
    R2_ENDPOINT("https://{R2_ACCOUNT_ID}.r2.cloudflarestorage.com", URL, "with `r2`: the object store's address"),
    TOKENS("", TEXT, "`creator:token` pairs with commas between them; a token has 16 characters at least"),
    TOKENS_FILE("", TEXT, "a file of such pairs, one in a line"),
    LINK_SECRET(
            "", matching(".{32,}"), "signs upload links, 32 characters at least; another for each start if left out"),
    READ_SECONDS("60", COUNT, "seconds within which a body must arrive"),
    ARRIVING("128", COUNT, "bodies that may arrive at the same time"),
    UPLOAD_MEMORY("", COUNT, "bytes of uploads in memory at once; a quarter of the heap if left out"),
    QUEUE("64", COUNT, "uploads that may run or wait at the same time"),
    QUEUE_SECONDS("10", COUNT, "seconds that an upload may wait for memory");

    @SuppressWarnings("ImmutableEnumChecker") // a Setting is immutable
    final Setting setting;

    ServletVariable(@Nullable String fallback, Predicate<String> form, String meaning) {
        setting = new Setting(name(), fallback, form, meaning);
    }

    /**
     * @throws IllegalArgumentException with a message of one line, if the value is malformed
     */
    String in(Map<String, String> settings) {
        return setting.in(settings);
    }

    int number(Map<String, String> settings) {
        return (int) setting.number(settings);
    }

    /** The store's URI. */
    static String storeIn(Map<String, String> settings) {
        String store = STORE.in(settings);
        if (!store.equals("r2")) {
            return store;
        }
        for (ServletVariable needed :
                new ServletVariable[] {R2_ACCOUNT_ID, R2_BUCKET, R2_ACCESS_KEY_ID, R2_SECRET_ACCESS_KEY}) {
            if (needed.in(settings).isEmpty()) {
                throw new IllegalArgumentException(needed + " is missing: STORE is r2");
            }
        }
        return "r2://" + R2_ACCOUNT_ID.in(settings) + "/" + R2_BUCKET.in(settings);
    }
}
