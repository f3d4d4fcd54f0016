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
 * Registers a job's renditions with a CDN: {@code POST {apiUrl}/asset/{assetId}} with
 *
 * <pre>{@code
 * {"variants":[{"name":"thumb","data":"<base64>","content_type":"image/jpeg","size":45678}],
 *  "original_filename":"sunset.jpg","original_content_type":"image/jpeg","ipfs_cid":"only if given"}
 * }</pre>
 *
 * to be answered by
 *
 * <pre>{@code
 * {"success":true,"assetId":"ID","cdnUrl":"https://cdn.example/asset/ID",
 *  "variants":{"thumb":"https://cdn.example/asset/ID?size=thumb"}}
 * }</pre>
 *
 * <p>The publication's references are the variants' URLs, its properties {@link #ASSET_ID}, {@link #CDN_URL} and {@link #ATTEMPTS}.
 *
 * <p>An id that is taken (409) is replaced by another. After an attempt whose answer was lost, or was a 5xx, the same id is tried
 * again: a 409 then means that the lost attempt was registered after all, which {@code GET {publicUrl}/asset/{id}} must confirm.
 *
 * <p>The message of a bad status is the bare status, such as {@code "500"}: the failure names the service. Ids that the CDN may have
 * kept of a failed publication are told as left behind. Nothing of a reply's body gets into a message.
 *
 * <p>Thread-safe. Closing one ends its connections; a process may as well just end.
 */
public final class CdnPublisher implements Publisher, AutoCloseable {
    /** Delivery attribute: sent as {@code original_filename}; without it the job's id with the format's extension. */
    public static final String ORIGINAL_FILENAME = "originalFilename";
    /** Delivery attribute: sent as {@code original_content_type}; without it that of the source's format. */
    public static final String ORIGINAL_CONTENT_TYPE = "originalContentType";
    /** Delivery attribute: sent as {@code ipfs_cid}; without it, or when it is empty, that is left out. */
    public static final String IPFS_CID = "ipfsCid";

    /** Publication property: the id that the asset was registered under. */
    public static final String ASSET_ID = "assetId";
    /** Publication property: the asset's URL. */
    public static final String CDN_URL = "cdnUrl";
    /** Publication property: how many registrations were sent, as a decimal number. */
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
     * @param apiUrl without {@code /asset}
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
     * Whether {@code GET {publicUrl}/asset/{assetId}} answers 200, or 404 or 410.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Unavailable} when it answers anything else, or nothing
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

    /** Not thread-safe. */
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

        /** Where assets are fetched from, without {@code /asset}; the API URL if not given. */
        public Builder publicUrl(URI url) {
            publicUrl = ServiceUrl.base("the CDN's public URL", url);
            return this;
        }

        /** Instead of {@code "cdn"}. */
        public Builder name(String publisherName) {
            name = Objects.requireNonNull(publisherName);
            return this;
        }

        /** Instead of {@link Timeouts#standard}. */
        public Builder timeouts(Timeouts allowed) {
            timeouts = Objects.requireNonNull(allowed);
            return this;
        }

        /** Instead of {@link RetryPolicy#standard}. */
        public Builder retry(RetryPolicy pauses) {
            retry = Objects.requireNonNull(pauses);
            return this;
        }

        /** Bytes; a longer reply is cut off and a failure. 1 MiB if not given. */
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

        /** Instead of one of its own; for tests without sockets. */
        Builder client(HttpClient other) {
            client = other;
            return this;
        }

        public CdnPublisher build() {
            return new CdnPublisher(this);
        }
    }
}
