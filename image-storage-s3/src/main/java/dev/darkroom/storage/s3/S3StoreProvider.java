package dev.darkroom.storage.s3;

import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.ObjectStoreProvider;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Provider of stores on S3 services. Opens {@code s3://bucket/prefix?region=eu-central-1} and, for other services,
 * {@code s3://bucket/prefix?endpoint=https://host:port}. Settings, with the names of the AWS tools: {@code AWS_ACCESS_KEY_ID},
 * {@code AWS_SECRET_ACCESS_KEY}, {@code AWS_SESSION_TOKEN}, {@code AWS_REGION}, {@code AWS_ENDPOINT_URL_S3}. Values in the URI take
 * precedence. Without keys in the settings, the AWS SDK looks for them.
 */
public final class S3StoreProvider implements ObjectStoreProvider {
    private static final String FORM = "s3://bucket/prefix?endpoint=https://host&region=name";

    /** For {@link java.util.ServiceLoader}. */
    public S3StoreProvider() {}

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("s3");
    }

    @Override
    public ObjectStore open(URI location, Map<String, String> settings) {
        return settings(location, settings).open();
    }

    static S3Settings settings(URI location, Map<String, String> settings) {
        StoreUri uri = StoreUri.parse(location, FORM, Set.of("endpoint", "region"));
        S3Settings s3 = S3Store.s3(uri.authority()).prefix(uri.path());
        String region = setting(uri, "region", settings, "AWS_REGION");
        if (!region.isEmpty()) {
            s3 = s3.region(region);
        }
        String endpoint = setting(uri, "endpoint", settings, "AWS_ENDPOINT_URL_S3");
        if (!endpoint.isEmpty()) {
            s3 = s3.endpoint(URI.create(endpoint));
        }
        boolean keys = settings.containsKey("AWS_ACCESS_KEY_ID") || settings.containsKey("AWS_SECRET_ACCESS_KEY");
        return keys
                ? s3.keys(
                        StoreUri.required(settings, "AWS_ACCESS_KEY_ID"),
                        StoreUri.required(settings, "AWS_SECRET_ACCESS_KEY"),
                        settings.getOrDefault("AWS_SESSION_TOKEN", ""))
                : s3;
    }

    private static String setting(StoreUri uri, String inUri, Map<String, String> settings, String inSettings) {
        String value = uri.query().getOrDefault(inUri, "");
        return value.isBlank() ? settings.getOrDefault(inSettings, "").strip() : value;
    }
}
