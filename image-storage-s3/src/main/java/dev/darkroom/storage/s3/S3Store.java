package dev.darkroom.storage.s3;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectKey;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * An object store in a bucket, or under a prefix of a bucket, on an S3 service. Connection errors, incomplete bodies and the statuses 408,
 * 425, 429 and 5xx are retried within the {@link dev.darkroom.spi.delivery.Timeouts} of the settings. After a wrong clock was corrected,
 * the request is retried once. Other refusals are not retried. Thread-safe.
 *
 * <p>A conditional copy is a read and a conditional write, through memory and up to 256 MiB, because some services accept destination
 * conditions on copies but ignore them.
 */
public final class S3Store implements ObjectStore {
    private static final long MAX_CONDITIONAL_COPY = 256L << 20;
    /** Limit of replies with an incomplete body. Received bytes are kept if the service supports range requests. */
    private static final int MAX_BROKEN_BODIES = 3;

    private final S3Settings settings;
    private final S3Requests wire;

    S3Store(S3Settings settings, S3Requests wire) {
        this.settings = settings;
        this.wire = wire;
    }

    /**
     * Settings for a bucket on Amazon S3 in {@code us-east-1}, with the keys that the AWS SDK finds, unless the settings are changed. With
     * an {@link S3Settings#endpoint}, for a bucket on any other S3 service.
     */
    public static S3Settings s3(String bucket) {
        return S3Settings.of("s3", bucket, "us-east-1");
    }

    /** Settings for a bucket on Cloudflare R2, at {@code https://accountId.r2.cloudflarestorage.com} unless the endpoint is changed. */
    public static S3Settings r2(String accountId, String accessKey, String secretKey, String bucket) {
        if (!accountId.matches("[A-Za-z0-9-]{1,63}")) {
            throw new IllegalArgumentException(
                    "not an R2 account id: letters and digits, as in the dashboard's address");
        }
        return S3Settings.of("r2", bucket, "auto")
                .keys(accessKey, secretKey)
                .endpoint(URI.create("https://" + accountId + ".r2.cloudflarestorage.com"));
    }

    @Override
    public String name() {
        return settings.toString();
    }

    @Override
    public Optional<StoredObject> get(String key, long maxBytes) throws ImageException {
        String full = full(key);
        Download download = new Download(maxBytes);
        RetriedRequest step = new RetriedRequest(settings, "read");
        Optional<Download> taken = step.orEmpty(allowed -> {
            fetch(full, download, step, allowed);
            return download;
        });
        return taken.isPresent() ? Optional.of(download.object()) : Optional.empty();
    }

    private void fetch(String full, Download download, RetriedRequest step, Duration allowed)
            throws S3AttemptException, ImageException {
        try {
            wire.get(full, download, allowed);
        } catch (S3AttemptException trouble) {
            S3AttemptException met = trouble;
            if (download.rest().isPresent() && (trouble.isFailedCondition() || trouble.status() == 416)) {
                // The object was overwritten after the first part was received.
                download.restart();
                met = S3AttemptException.brokenBody(trouble);
            }
            if (met.status() == S3AttemptException.BROKEN_BODY && download.countBreak() >= MAX_BROKEN_BODIES) {
                throw step.failure(met);
            }
            throw met;
        }
    }

    @Override
    public Optional<ObjectHead> head(String key) throws ImageException {
        String full = full(key);
        return new RetriedRequest(settings, "read").orEmpty(allowed -> wire.head(full, allowed));
    }

    @Override
    public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
        String full = full(key);
        RetriedRequest step = new RetriedRequest(settings, "write");
        return step.run(allowed -> {
            try {
                return new PutResult.Stored(wire.put(full, content, options, allowed));
            } catch (S3AttemptException trouble) {
                if (!isRefusal(trouble, options)) {
                    throw trouble;
                }
                return step.mayHaveHappened() ? written(full, content, options, allowed) : new PutResult.Refused();
            }
        });
    }

    private static boolean isRefusal(S3AttemptException trouble, PutOptions options) {
        boolean toMatch = options.requiredEtag().isPresent();
        return (trouble.isFailedCondition() && (toMatch || options.requiresAbsent()))
                || (trouble.isMissingObject() && toMatch);
    }

    /**
     * Handles a refusal after a lost answer. The first attempt may have written the object; then the stored object is identical to ours.
     *
     * @throws S3AttemptException also when the service contradicts itself, so that the state is unknown
     */
    private PutResult written(String full, Bytes content, PutOptions options, Duration allowed)
            throws S3AttemptException {
        ObjectHead there = wire.head(full, allowed);
        boolean alike = there.length() == content.length()
                && there.contentType().equals(options.contentType())
                && there.metadata().equals(options.metadata());
        if (!alike) {
            return new PutResult.Refused();
        }
        Download download = new Download(content.length());
        wire.get(full, download, allowed);
        try {
            StoredObject object = download.object();
            if (object.content().equals(content)) {
                return new PutResult.Stored(object.head().etag());
            }
            if (object.head().etag().equals(there.etag()) && object.head().length() == there.length()) {
                return new PutResult.Refused();
            }
        } catch (ImageException e) { // the content is longer than the head reports
        }
        throw S3AttemptException.brokenBody(new IOException("two answers about the same object contradict each other"));
    }

    @Override
    public PutResult copy(String from, String to, PutOptions options) throws ImageException {
        String source = full(from);
        String target = full(to);
        if (options.requiresAbsent() || options.requiredEtag().isPresent()) {
            return put(
                    to,
                    get(from, MAX_CONDITIONAL_COPY)
                            .orElseThrow(this::nothingToCopy)
                            .content(),
                    options);
        }
        return new RetriedRequest(settings, "copy")
                .<PutResult>orEmpty(allowed -> new PutResult.Stored(wire.copy(source, target, options, allowed)))
                .orElseThrow(this::nothingToCopy);
    }

    private ImageException nothingToCopy() {
        return ImageException.refused(name(), "there is no such object to copy");
    }

    @Override
    public void delete(String key) throws ImageException {
        String full = full(key);
        new RetriedRequest(settings, "deletion").orEmpty(allowed -> {
            wire.delete(full, allowed);
            return true;
        });
    }

    @Override
    public void close() {
        wire.close();
    }

    private String full(String key) {
        ObjectKey.checked(key);
        return settings.prefix().isEmpty() ? key : ObjectKey.checked(settings.prefix() + "/" + key);
    }
}
