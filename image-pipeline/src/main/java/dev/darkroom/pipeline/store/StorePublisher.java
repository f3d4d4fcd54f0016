package dev.darkroom.pipeline.store;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.spi.delivery.PutOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A publisher that puts every rendition into a store, under keys made from a template. The references of its publication are the keys.
 * Existing objects under these keys are replaced. After a failure, it deletes the objects that it created, and reports the keys that it
 * could not restore as left behind. Immutable and thread-safe.
 */
public final class StorePublisher implements Publisher {
    private final ObjectStore store;
    private final KeyTemplate template;
    private final String cacheControl;

    /**
     * @param store the store; the caller closes it
     * @param keyTemplate such as {@code "{creatorId}/content-thumbnails/{contentId}/{variant}.{ext}"}: {@code variant}, {@code ext},
     *     {@code jobId} and {@code sha256} (of the source) are known; other placeholders are attributes of the job. A value is one path
     *     segment or part of one.
     * @throws IllegalArgumentException when the template is malformed or misspells one of the four
     */
    public StorePublisher(ObjectStore store, String keyTemplate) {
        this(store, KeyTemplate.parse(keyTemplate), "");
    }

    private StorePublisher(ObjectStore store, KeyTemplate template, String cacheControl) {
        this.store = store;
        this.template = template;
        this.cacheControl = cacheControl;
    }

    /** Returns a copy that also sets the {@code Cache-Control} header, such as {@code "public, max-age=31536000, immutable"}. */
    public StorePublisher cacheControl(String value) {
        return new StorePublisher(store, template, value);
    }

    /** The attributes that every job must have. */
    public Set<String> attributes() {
        return template.attributes();
    }

    /**
     * Checks that a job with these attributes can be published, before any work is done.
     *
     * @throws IllegalArgumentException when an attribute is missing or is not one safe path segment
     */
    @Override
    public void check(Map<String, String> jobAttributes) {
        template.fill(
                jobAttributes,
                Map.of(
                        KeyTemplate.VARIANT, "x",
                        KeyTemplate.EXT, "x",
                        KeyTemplate.JOB_ID, "x",
                        KeyTemplate.SHA256, "x"));
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public Publication publish(Delivery delivery) throws ImageException {
        Map<String, Rendition> byKey = keys(delivery);
        StoreWrites writes = new StoreWrites(store);
        Map<String, String> references = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Rendition> entry : byKey.entrySet()) {
                delivery.deadline().check();
                Rendition rendition = entry.getValue();
                PutOptions options =
                        PutOptions.contentType(rendition.contentType()).cacheControl(cacheControl);
                writes.put(entry.getKey(), rendition.bytes(), options);
                references.put(rendition.name(), entry.getKey());
            }
        } catch (ImageException e) {
            throw e.withLeftBehind(writes.takeBack());
        }
        return new Publication(name(), references, Map.of());
    }

    private Map<String, Rendition> keys(Delivery delivery) throws ImageException {
        String sha256 = template.has(KeyTemplate.SHA256) ? delivery.source().sha256() : "";
        Map<String, Rendition> byKey = new LinkedHashMap<>();
        for (Rendition rendition : delivery.renditions()) {
            Map<String, String> own = Map.of(
                    KeyTemplate.VARIANT, rendition.name(),
                    KeyTemplate.EXT, rendition.format().extension(),
                    KeyTemplate.JOB_ID, delivery.jobId(),
                    KeyTemplate.SHA256, sha256);
            Rendition other = byKey.put(key(delivery.attributes(), own), rendition);
            if (other != null) {
                throw new ImageException(new Failure.Defect("the key template \"" + template + "\" gives "
                        + other.name() + " and " + rendition.name() + " the same key; put {variant} into it"));
            }
        }
        return byKey;
    }

    private String key(Map<String, String> attributes, Map<String, String> own) throws ImageException {
        try {
            return template.fill(attributes, own);
        } catch (IllegalArgumentException e) {
            throw ImageException.defect(String.valueOf(e.getMessage()), e);
        }
    }
}
