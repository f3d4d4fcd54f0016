package dev.darkroom.storage.s3;

import dev.darkroom.spi.delivery.ObjectKey;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.spi.delivery.Timeouts;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a bucket: its location, its keys, timeouts and retries. Immutable; each setter returns a new value. Made by
 * {@link S3Store#s3} and {@link S3Store#r2}.
 */
public final class S3Settings {
    private final String service;
    private final String bucket;
    private final String prefix;
    private final @Nullable URI endpoint;
    private final String region;
    private final @Nullable Keys keys;
    private final Timeouts timeouts;
    private final RetryPolicy retry;

    /**
     * A key pair. {@code toString} shows no part of it.
     *
     * @param sessionToken token of temporary keys; empty for others
     */
    record Keys(String accessKey, String secretKey, String sessionToken) {
        @Override
        public String toString() {
            return "keys";
        }
    }

    private S3Settings(
            String service,
            String bucket,
            String prefix,
            @Nullable URI endpoint,
            String region,
            @Nullable Keys keys,
            Timeouts timeouts,
            RetryPolicy retry) {
        this.service = service;
        this.bucket = bucket;
        this.prefix = prefix;
        this.endpoint = endpoint;
        this.region = region;
        this.keys = keys;
        this.timeouts = timeouts;
        this.retry = retry;
    }

    static S3Settings of(String service, String bucket, String region) {
        if (bucket.isBlank() || bucket.contains("/")) {
            throw new IllegalArgumentException("not a bucket's name: \"" + bucket + "\"");
        }
        return new S3Settings(service, bucket, "", null, region, null, Timeouts.standard(), RetryPolicy.standard());
    }

    /** Sets a prefix: every key is stored under {@code prefix/}. Empty for none. */
    public S3Settings prefix(String value) {
        String checked = value.isEmpty() ? value : ObjectKey.checked(value);
        return new S3Settings(service, bucket, checked, endpoint, region, keys, timeouts, retry);
    }

    /**
     * Sets another server than the service's own. Requests to it are path-style: {@code https://endpoint/bucket/key}.
     *
     * @throws IllegalArgumentException when the value is not an http or https URL with a host, or has user info
     */
    public S3Settings endpoint(URI value) {
        boolean http = "https".equalsIgnoreCase(value.getScheme()) || "http".equalsIgnoreCase(value.getScheme());
        if (!http || value.getHost() == null || value.getUserInfo() != null) {
            throw new IllegalArgumentException("an endpoint is https://host or http://host:port");
        }
        return new S3Settings(service, bucket, prefix, value, region, keys, timeouts, retry);
    }

    /** Sets the region for signatures, such as {@code eu-central-1}; {@code auto} for R2. */
    public S3Settings region(String value) {
        return new S3Settings(service, bucket, prefix, endpoint, value, keys, timeouts, retry);
    }

    /** Sets the keys. Without this call, the AWS SDK looks for keys in its default places: environment, profile, container, instance. */
    public S3Settings keys(String accessKey, String secretKey) {
        return keys(accessKey, secretKey, "");
    }

    /** Sets temporary keys with their session token. */
    public S3Settings keys(String accessKey, String secretKey, String sessionToken) {
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("an access key or its secret is empty");
        }
        Keys pair = new Keys(accessKey, secretKey, sessionToken);
        return new S3Settings(service, bucket, prefix, endpoint, region, pair, timeouts, retry);
    }

    public S3Settings timeouts(Timeouts value) {
        return new S3Settings(service, bucket, prefix, endpoint, region, keys, value, retry);
    }

    public S3Settings retry(RetryPolicy value) {
        return new S3Settings(service, bucket, prefix, endpoint, region, keys, timeouts, value);
    }

    /** Opens the store. No request is sent yet. The caller closes the store. */
    public S3Store open() {
        return new S3Store(this, new S3Requests(this));
    }

    String bucket() {
        return bucket;
    }

    String prefix() {
        return prefix;
    }

    Optional<URI> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    String region() {
        return region;
    }

    Optional<Keys> keys() {
        return Optional.ofNullable(keys);
    }

    Timeouts timeouts() {
        return timeouts;
    }

    RetryPolicy retry() {
        return retry;
    }

    /** Whether the service is R2, whose settings have other names. */
    boolean isR2() {
        return service.equals("r2");
    }

    /** Name of the setting for the access key. */
    String accessKeyName() {
        return isR2() ? "R2_ACCESS_KEY_ID" : "AWS_ACCESS_KEY_ID";
    }

    /** Name of the setting for the secret of the access key. */
    String secretKeyName() {
        return isR2() ? "R2_SECRET_ACCESS_KEY" : "AWS_SECRET_ACCESS_KEY";
    }

    /** Such as {@code "r2 bucket photos"}. */
    @Override
    public String toString() {
        return service + " bucket " + bucket;
    }
}
