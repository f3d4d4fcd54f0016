package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Publication;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.ObjectKey;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FilenameUtils;

/**
 * A publisher that archives the source's exact bytes. It never replaces an archived original by another of the same name, even with
 * concurrent writers: every write is conditional on the key being absent, except with {@link Collision#OVERWRITE}. To archive the same
 * bytes again under the same name is idempotent, and the metadata of the first write stays. If a write got no answer, its key is reported
 * as left behind. Thread-safe.
 */
public final class ArchivePublisher implements Publisher {
    /** The property of the {@link Publication} that holds the key. */
    public static final String KEY = "key";

    private static final int SHORT_HASH = 8;

    private final ObjectStore store;
    private final String key;
    private final Collision collision;
    private final PutOptions described;

    /**
     * @param key the key itself, not a template
     * @param metadata keys in lower-case ASCII; values in any text; entries with an empty value are omitted
     * @throws IllegalArgumentException when the key is not valid, or the metadata is too large
     */
    public ArchivePublisher(ObjectStore store, String key, Collision collision, Map<String, String> metadata) {
        this.store = store;
        this.key = ObjectKey.checked(key);
        this.collision = collision;
        this.described = described(metadata);
    }

    /** What to do when other bytes are stored under the name. */
    public enum Collision {
        /** Puts a hash of the content into the name. */
        SUFFIX,
        FAIL,
        OVERWRITE;

        /** The constant with this name; the case of the name does not matter. */
        public static Collision named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public boolean sourceOnly() {
        return true;
    }

    @Override
    public Publication publish(Delivery delivery) throws ImageException {
        try {
            return archive(delivery);
        } catch (IllegalArgumentException e) { // the key is too long once it has a hash in it
            throw ImageException.refused(name(), String.valueOf(e.getMessage()));
        }
    }

    private Publication archive(Delivery delivery) throws ImageException {
        Bytes source = delivery.source();
        PutOptions options = described.withContentType(delivery.info().format().mediaType());
        if (collision == Collision.OVERWRITE) {
            put(key, source, options);
            return at(key);
        }
        if (isKept(key, source, options)) {
            return at(key);
        }
        if (collision == Collision.SUFFIX) {
            String hash = source.sha256();
            for (int length : new int[] {SHORT_HASH, hash.length()}) {
                String suffixed = suffixed(key, hash.substring(0, length));
                if (isKept(suffixed, source, options)) {
                    return at(suffixed);
                }
            }
        }
        throw ImageException.refused(name(), "the archive holds another file of this name");
    }

    /** Writes if the key is absent. Also returns true if the key holds exactly these bytes. */
    private boolean isKept(String candidate, Bytes source, PutOptions options) throws ImageException {
        if (put(candidate, source, options.ifAbsent()).isStored()) {
            return true;
        }
        boolean sameLength = store.head(candidate)
                .map(head -> head.length() == source.length())
                .orElse(false);
        if (!sameLength) {
            return false;
        }
        Optional<StoredObject> there = store.get(candidate, source.length());
        return there.isPresent() && there.get().content().sha256().equals(source.sha256());
    }

    private PutResult put(String candidate, Bytes source, PutOptions options) throws ImageException {
        try {
            return store.put(candidate, source, options);
        } catch (ImageException e) {
            throw e.isWithoutEffect() ? e : e.withLeftBehind(List.of(candidate));
        }
    }

    private static PutOptions described(Map<String, String> metadata) {
        PutOptions options = PutOptions.plain();
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                options = options.metadata(entry.getKey(), entry.getValue());
            }
        }
        return options;
    }

    private Publication at(String kept) {
        return new Publication(name(), Map.of("original", kept), Map.of(KEY, kept));
    }

    /** {@code sunset.jpg} becomes {@code sunset-1a2b3c4d.jpg}. */
    private static String suffixed(String key, String hash) {
        String extension = FilenameUtils.getExtension(key);
        String stem = extension.isEmpty() ? key : key.substring(0, key.length() - extension.length() - 1);
        return stem + "-" + hash + (extension.isEmpty() ? "" : "." + extension);
    }
}
