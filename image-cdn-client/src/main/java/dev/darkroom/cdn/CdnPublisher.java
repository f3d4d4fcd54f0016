package dev.darkroom.cdn;

import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.spi.delivery.RetryPolicy;
import dev.darkroom.spi.delivery.Timeouts;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A publisher that registers the renditions of a job with a CDN. It sends {@code POST {apiUrl}/asset/{assetId}} with
 *
 * <pre>{@code
 * {"variants":[{"name":"thumb","data":"<base64>","content_type":"image/jpeg","size":45678}],
 *  "original_filename":"sunset.jpg","original_content_type":"image/jpeg","ipfs_cid":"only if given"}
 * }</pre>
 *
 * and expects the reply
 *
 * <pre>{@code
 * {"success":true,"assetId":"ID","cdnUrl":"https://cdn.example/asset/ID",
 *  "variants":{"thumb":"https://cdn.example/asset/ID?size=thumb"}}
 * }</pre>
 *
 * <p>The references of the publication are the URLs of the variants. Its properties are {@link #ASSET_ID}, {@link #CDN_URL} and
 * {@link #ATTEMPTS}.
 *
 * <p>If an id is already in use (409), the publisher takes a new one. After an attempt whose answer was lost, or was a 5xx, it retries with
 * the same id. A 409 then means that the lost attempt may have been registered, and {@code GET {publicUrl}/asset/{id}} must confirm this.
 *
 * <p>The message of a bad status is the bare status, such as {@code "500"}, because the failure names the service. Ids that the CDN may
 * have kept of a failed publication are reported as left behind. Messages contain nothing of the body of a reply.
 *
 * <p>Thread-safe. Closing a publisher ends its connections. A process that is about to exit need not close it.
 */
public final class CdnPublisher implements Publisher, AutoCloseable {
    /** Delivery attribute: sent as {@code original_filename}. Default: the job's id with the extension of the format. */
    public static final String ORIGINAL_FILENAME = "originalFilename";
    /** Delivery attribute: sent as {@code original_content_type}. Default: the media type of the source's format. */
    public static final String ORIGINAL_CONTENT_TYPE = "originalContentType";
    /** Delivery attribute: sent as {@code ipfs_cid}. If it is missing or empty, the field is omitted. */
    public static final String IPFS_CID = "ipfsCid";

    /** Publication property: the id that the asset was registered under. */
    public static final String ASSET_ID = "assetId";
    /** Publication property: the asset's URL. */
    public static final String CDN_URL = "cdnUrl";
    /** Publication property: number of registrations that were sent, in decimal. */
    public static final String ATTEMPTS = "attempts";

    final String name;
    final URI apiUrl;
    final URI publicUrl;
    final Timeouts timeouts;
    final RetryPolicy retry;
    final Supplier<String> ids;
    final int maxReply;
    final HttpAttempts exchange;

    private CdnPublisher(Builder builder) {
        name = builder.name;
        apiUrl = builder.apiUrl;
        publicUrl = builder.publicUrl == null ? apiUrl : builder.publicUrl;
        timeouts = builder.timeouts;
        retry = builder.retry;
        ids = builder.ids == null ? new AssetIds(retry.time()) : builder.ids;
        maxReply = builder.maxReply;
        exchange = builder.client == null
                ? new HttpAttempts(
                        timeouts.connect(), retry.time(), ServiceUrl.isSecure(apiUrl) || ServiceUrl.isSecure(publicUrl))
                : new HttpAttempts(builder.client, retry.time());
    }

    /**
     * @param apiUrl base URL of the API, without {@code /asset}
     */
    public static Builder builder(URI apiUrl) {
        return new Builder(ServiceUrl.base("the CDN's API URL", apiUrl));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Publication publish(Delivery delivery) throws ImageException {
        return new AssetRegistration(this, delivery).run();
    }

    /**
     * Whether the CDN serves an asset: {@code GET {publicUrl}/asset/{assetId}} returns 200 if it does, and 404 or 410 if it does not.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Unavailable} for any other status, or without an answer
     */
    public boolean serves(String assetId, Deadline deadline) throws ImageException {
        return new AssetProbe(this, deadline).serves(assetId, retry.attempts(timeouts, deadline));
    }

    @Override
    public void close() {
        exchange.close();
    }

    @Override
    public String toString() {
        return name + " at " + ServiceUrl.shown(apiUrl);
    }

    /** A builder of a {@link CdnPublisher}. Not thread-safe. */
    public static final class Builder {
        private static final int MIB = 1024 * 1024;

        private final URI apiUrl;
        private @Nullable URI publicUrl;
        private String name = "cdn";
        private Timeouts timeouts = Timeouts.standard();
        private RetryPolicy retry = RetryPolicy.standard();
        private @Nullable Supplier<String> ids;
        private int maxReply = MIB;
        private @Nullable HttpClient client;

        private Builder(URI apiUrl) {
            this.apiUrl = apiUrl;
        }

        /** Sets the base URL of public assets, without {@code /asset}. Default: the API URL. */
        public Builder publicUrl(URI url) {
            publicUrl = ServiceUrl.base("the CDN's public URL", url);
            return this;
        }

        /** Sets the name of the publisher. Default: {@code "cdn"}. */
        public Builder name(String publisherName) {
            name = Objects.requireNonNull(publisherName);
            return this;
        }

        /** Sets the timeouts. Default: {@link Timeouts#standard}. */
        public Builder timeouts(Timeouts allowed) {
            timeouts = Objects.requireNonNull(allowed);
            return this;
        }

        /** Sets the retry policy. Default: {@link RetryPolicy#standard}. */
        public Builder retry(RetryPolicy policy) {
            retry = Objects.requireNonNull(policy);
            return this;
        }

        /** Sets the longest reply, in bytes. A longer reply is cut off and counts as a failure. Default: 1 MiB. */
        public Builder maxReply(int bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("maxReply must be at least 1, not " + bytes);
            }
            maxReply = bytes;
            return this;
        }

        Builder ids(Supplier<String> source) {
            ids = source;
            return this;
        }

        /** Sets the HTTP client, for tests without sockets. Default: an own client. */
        Builder client(HttpClient other) {
            client = other;
            return this;
        }

        public CdnPublisher build() {
            return new CdnPublisher(this);
        }
    }
}
