package dev.darkroom.storage.s3;

import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.ObjectStoreProvider;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Provider of stores on Cloudflare R2. Opens {@code r2://account/bucket/prefix}. Settings: {@code R2_ACCESS_KEY_ID},
 * {@code R2_SECRET_ACCESS_KEY} and, for another address than the account's own, {@code R2_ENDPOINT}.
 */
public final class R2StoreProvider implements ObjectStoreProvider {
    private static final String FORM = "r2://account/bucket/prefix";

    /** For {@link java.util.ServiceLoader}. */
    public R2StoreProvider() {}

    @Override
    public String name() {
        return "r2";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("r2");
    }

    @Override
    public ObjectStore open(URI location, Map<String, String> settings) {
        return settings(location, settings).open();
    }

    static S3Settings settings(URI location, Map<String, String> settings) {
        StoreUri uri = StoreUri.parse(location, FORM, Set.of());
        int slash = uri.path().indexOf('/');
        String bucket = slash < 0 ? uri.path() : uri.path().substring(0, slash);
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException("a bucket is missing; the form is " + FORM);
        }
        S3Settings r2 = S3Store.r2(
                        uri.authority(),
                        StoreUri.required(settings, "R2_ACCESS_KEY_ID"),
                        StoreUri.required(settings, "R2_SECRET_ACCESS_KEY"),
                        bucket)
                .prefix(slash < 0 ? "" : uri.path().substring(slash + 1));
        String endpoint = settings.getOrDefault("R2_ENDPOINT", "");
        return endpoint.isBlank() ? r2 : r2.endpoint(URI.create(endpoint));
    }
}
