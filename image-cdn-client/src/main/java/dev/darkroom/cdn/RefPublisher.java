package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.spi.Deadline;
import dev.darkroom.spi.Delivery;
import dev.darkroom.spi.ObjectStore;
import dev.darkroom.spi.Patience;
import dev.darkroom.spi.Publisher;
import dev.darkroom.spi.PutOptions;
import dev.darkroom.spi.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a small JSON object that says where a picture's registered asset is, such as {@code sunset.jpg.ref.json} beside the upload. It
 * is given to a pipeline after the {@link CdnPublisher} and the archive, so that its being there is the sign that a job is done; a job
 * that is run again finds it by {@link #published}.
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
    /** Delivery attribute: the upload's announced size in bytes; without it the actual one. */
    public static final String ORIGINAL_SIZE = "originalSize";
    /** Publication property: the object as written. */
    public static final String DATA = "data";
    /** Publication property: where the original was archived; empty if it was not. */
    public static final String ARCHIVE_KEY = "archiveKey";

    private static final String ARCHIVE_METADATA = "archive-key";
    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_DEPTH = 4;

    private final ObjectStore store;
    private final String key;
    private final CdnPublisher cdn;
    private final String archive;

    /**
     * @param cdn whose asset is referred to
     * @param archive name of the publisher whose property {@code key} says where the original is
     */
    public RefPublisher(ObjectStore store, String key, CdnPublisher cdn, String archive) {
        this.store = store;
        this.key = key;
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
        ref.put("url", property(delivery, cdn.name(), CdnPublisher.CDN_URL));
        String cid = attributes.getOrDefault(CdnPublisher.IPFS_CID, "");
        if (!cid.isEmpty()) {
            ref.put("ipfs_cid", cid);
        }
        ref.put("type", delivery.info().format().mediaType());
        String announced = attributes.get(ORIGINAL_SIZE);
        ref.put("size", announced == null ? delivery.source().length() : Long.parseLong(announced));
        ref.put("filename", attributes.getOrDefault(CdnPublisher.ORIGINAL_FILENAME, ""));
        Bytes json = Json.pretty(ref);
        String archived = property(delivery, archive, "key");
        store.put(key, json, PutOptions.contentType("application/json").metadata(ARCHIVE_METADATA, archived));
        return done(json, archived);
    }

    /** What an earlier job left under the key, if it is whole and its asset is still served. */
    public Optional<Publication> published() throws ImageException {
        Optional<StoredObject> found = store.get(key, MAX_BYTES);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Bytes json = found.get().content();
        String id = assetId(json);
        if (id.isEmpty() || !cdn.serves(id, Deadline.after(Patience.standard().answer()))) {
            return Optional.empty();
        }
        return Optional.of(done(json, found.get().head().metadata().getOrDefault(ARCHIVE_METADATA, "")));
    }

    private static String assetId(Bytes json) {
        try {
            Object url = Json.object(json, MAX_BYTES, MAX_DEPTH).get("url");
            return url instanceof String text ? text.substring(text.lastIndexOf('/') + 1) : "";
        } catch (ImageException e) {
            return "";
        }
    }

    private Publication done(Bytes json, String archived) {
        String text = new String(json.toArray(), StandardCharsets.UTF_8);
        return new Publication(name(), Map.of(), Map.of(DATA, text, ARCHIVE_KEY, archived));
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
