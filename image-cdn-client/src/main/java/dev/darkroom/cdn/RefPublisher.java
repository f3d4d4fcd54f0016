package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Source;
import dev.darkroom.json.Json;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.ObjectKey;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.StoredObject;
import dev.darkroom.spi.delivery.Timeouts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A publisher that writes a ref: a small JSON object with the URL of the picture's registered asset, such as {@code sunset.jpg.ref.json}
 * beside the upload. Add it to a pipeline after the {@link CdnPublisher} and the archive. So a ref in the store shows that a job is
 * complete, and a repeated job finds it by {@link #published}. One publisher is for one key, and so for one job at a time.
 *
 * <pre>{@code
 * {
 *   "url": "https://cdn.example/asset/ID",
 *   "ipfs_cid": "only if given",
 *   "type": "image/jpeg",
 *   "size": 1234567,
 *   "filename": "sunset.jpg"
 * }
 * }</pre>
 *
 * <p>The publication's properties are {@link #DATA} and {@link #ARCHIVE_KEY}. Thread-safe.
 */
public final class RefPublisher implements Publisher {
    /** Delivery attribute: announced size of the upload in bytes. Default: the actual size. */
    public static final String ORIGINAL_SIZE = "originalSize";
    /** Publication property: the JSON of the ref, as written. */
    public static final String DATA = "data";
    /** Publication property: key of the archived original; empty if it was not archived. */
    public static final String ARCHIVE_KEY = "archiveKey";

    private static final String URL = "url";
    private static final String CID = "ipfs_cid";
    private static final String SIZE = "size";
    private static final String FILENAME = "filename";
    private static final String ARCHIVE_METADATA = "archive-key";
    private static final Pattern ASSET_URL = Pattern.compile(".*/asset/([0-9A-Za-z._~-]+)");
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 4;

    private final ObjectStore store;
    private final String key;
    private final CdnPublisher cdn;
    private final String archive;
    /**
     * The publication that is being written or was written. After that, the key holds no other content, even if the write got no answer.
     */
    private volatile @Nullable Publication begun;

    private volatile boolean answered;

    /**
     * @param store the store for the ref; the caller closes it
     * @param key key of the ref
     * @param cdn the publisher of the asset that the ref points to
     * @param archive name of the publisher whose property {@code key} is the key of the original
     * @throws IllegalArgumentException when the key is not valid
     */
    public RefPublisher(ObjectStore store, String key, CdnPublisher cdn, String archive) {
        this.store = store;
        this.key = ObjectKey.checked(key);
        this.cdn = cdn;
        this.archive = archive;
    }

    @Override
    public String name() {
        return "ref";
    }

    @Override
    public Publication publish(Delivery delivery) throws ImageException {
        Map<String, String> attributes = delivery.attributes();
        Map<String, Object> ref = new LinkedHashMap<>();
        ref.put(URL, property(delivery, cdn.name(), CdnPublisher.CDN_URL));
        String cid = attributes.getOrDefault(CdnPublisher.IPFS_CID, "");
        if (!cid.isEmpty()) {
            ref.put(CID, cid);
        }
        ref.put("type", delivery.info().format().mediaType());
        String announced = attributes.get(ORIGINAL_SIZE);
        ref.put(SIZE, announced == null ? delivery.source().length() : Long.parseLong(announced));
        ref.put(FILENAME, attributes.getOrDefault(CdnPublisher.ORIGINAL_FILENAME, ""));
        Bytes json = Json.pretty(ref);
        String archived = property(delivery, archive, "key");
        Publication publication = done(json, archived);
        answered = false;
        begun = publication;
        PutOptions options = PutOptions.contentType("application/json");
        try {
            store.put(key, json, archived.isEmpty() ? options : options.metadata(ARCHIVE_METADATA, archived));
        } catch (ImageException e) {
            if (e.isWithoutEffect()) {
                begun = null;
                throw e;
            }
            throw e.withLeftBehind(List.of(key));
        }
        answered = true;
        return publication;
    }

    /**
     * Returns what this publisher has written last. If a write has started but has no answer yet, asks the store once.
     *
     * @param wait how long to wait for the store; after that, the result is that nothing was written
     */
    public Optional<Publication> written(Duration wait) {
        Publication writing = begun;
        if (writing == null || answered) {
            return Optional.ofNullable(writing);
        }
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        start(() -> there.complete(isThere(writing)));
        boolean found = there.completeOnTimeout(false, wait.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return found ? Optional.of(writing) : Optional.empty();
    }

    private boolean isThere(Publication writing) {
        try {
            return store.get(key, MAX_BYTES)
                    .map(found ->
                            text(found.content()).equals(writing.properties().get(DATA)))
                    .orElse(false);
        } catch (ImageException e) {
            return false;
        }
    }

    /**
     * Returns the ref of an earlier job, if it is complete, is for an upload with the same name, announced size and content id, and its
     * asset is still served.
     *
     * @param attributes of the job that is about to run
     * @throws ImageException {@link Failure.Unavailable} also when it is unknown whether the CDN serves the asset: the earlier job may have
     *     succeeded, and a second run would create another asset
     */
    public Optional<Publication> published(Map<String, String> attributes) throws ImageException {
        Optional<StoredObject> found = stored();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Bytes json = found.get().content();
        String id = assetId(json, attributes);
        if (id.isEmpty() || !isServed(id)) {
            return Optional.empty();
        }
        return Optional.of(done(json, found.get().head().metadata().getOrDefault(ARCHIVE_METADATA, "")));
    }

    /**
     * Returns an upload that is processed only if {@link #published} finds nothing. The check runs while the upload is being read. If it
     * finds a publication, the read fails with {@link Failure.Stopped}, and {@link #written} returns that publication.
     */
    public Source unlessPublished(Map<String, String> attributes, Source upload) {
        return maxBytes -> {
            FutureTask<Optional<Publication>> asking = new FutureTask<>(() -> published(attributes));
            start(asking);
            Bytes bytes = null;
            ImageException unread = null;
            try {
                bytes = upload.read(maxBytes);
            } catch (ImageException e) { // for example, the upload was deleted after an earlier job
                unread = e;
            }
            Optional<Publication> found = answer(asking);
            if (found.isPresent()) {
                begun = found.get();
                answered = true;
                throw ImageException.stopped("an earlier job has already published this picture");
            }
            if (unread != null || bytes == null) {
                throw Objects.requireNonNull(unread);
            }
            return bytes;
        };
    }

    private static Optional<Publication> answer(FutureTask<Optional<Publication>> asking) throws ImageException {
        try {
            return asking.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ImageException failed
                    ? failed
                    : ImageException.defect("the earlier ref could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ImageException.stopped("the job was interrupted");
        }
    }

    private static void start(Runnable asking) {
        Thread thread = new Thread(asking, "darkroom-ref");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reads the stored ref. An object that is too long is not a ref of this library. */
    private Optional<StoredObject> stored() throws ImageException {
        try {
            return store.get(key, MAX_BYTES);
        } catch (ImageException e) {
            if (e.failure() instanceof Failure.OverLimit) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isServed(String id) throws ImageException {
        try {
            return cdn.serves(id, Deadline.after(Timeouts.standard().attempt()));
        } catch (ImageException e) {
            throw ImageException.unavailable(
                    cdn.name(),
                    "the check whether the CDN still serves the asset of an existing ref failed: "
                            + e.failure().message(),
                    e);
        }
    }

    private static String assetId(Bytes json, Map<String, String> attributes) {
        try {
            Map<String, @Nullable Object> ref = Json.object(json, MAX_BYTES, MAX_DEPTH);
            boolean same = Objects.toString(ref.get(FILENAME), "")
                            .equals(attributes.getOrDefault(CdnPublisher.ORIGINAL_FILENAME, ""))
                    && Objects.toString(ref.get(CID), "").equals(attributes.getOrDefault(CdnPublisher.IPFS_CID, ""))
                    && isSize(ref.get(SIZE), attributes.get(ORIGINAL_SIZE));
            Matcher asset = ASSET_URL.matcher(same && ref.get(URL) instanceof String url ? url : "");
            return asset.matches() ? asset.group(1) : "";
        } catch (ImageException e) {
            return "";
        }
    }

    private static boolean isSize(@Nullable Object written, @Nullable String announced) {
        return announced == null || written instanceof Long size && size == Long.parseLong(announced);
    }

    private Publication done(Bytes json, String archived) {
        return new Publication(name(), Map.of(), Map.of(DATA, text(json), ARCHIVE_KEY, archived));
    }

    private static String text(Bytes json) {
        return new String(json.toArray(), StandardCharsets.UTF_8);
    }

    private static String property(Delivery delivery, String publisher, String property) {
        for (Publication earlier : delivery.earlier()) {
            if (earlier.publisher().equals(publisher)) {
                return earlier.properties().getOrDefault(property, "");
            }
        }
        return "";
    }
}
