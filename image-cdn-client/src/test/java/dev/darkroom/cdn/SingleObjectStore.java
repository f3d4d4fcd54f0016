package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that holds only the last object. It can be told to store a write and then lose its answer. */
final class SingleObjectStore implements ObjectStore {
    volatile @Nullable String key;
    volatile Bytes content = Bytes.empty();
    volatile PutOptions options = PutOptions.plain();
    volatile boolean losesAnswers;

    void holds(String name, String text) {
        key = name;
        content = Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return "one object";
    }

    @Override
    public Optional<StoredObject> get(String asked, long maxBytes) throws ImageException {
        if (!asked.equals(key)) {
            return Optional.empty();
        }
        if (content.length() > maxBytes) {
            throw ImageException.overLimit(Failure.OverLimit.Kind.BYTES, "size", content.length(), maxBytes);
        }
        return Optional.of(new StoredObject(content, headOf()));
    }

    @Override
    public Optional<ObjectHead> head(String asked) {
        return asked.equals(key) ? Optional.of(headOf()) : Optional.empty();
    }

    @Override
    public PutResult put(String name, Bytes bytes, PutOptions given) throws ImageException {
        key = name;
        content = bytes;
        options = given;
        if (losesAnswers) {
            throw ImageException.unavailable(name(), "the answer was lost", null);
        }
        return new PutResult.Stored("1");
    }

    @Override
    public PutResult copy(String from, String to, PutOptions given) {
        throw new UnsupportedOperationException("nothing here copies");
    }

    @Override
    public void delete(String name) {
        key = null;
    }

    @Override
    public void close() {
        // nothing to close
    }

    private ObjectHead headOf() {
        return new ObjectHead(content.length(), "1", options.contentType(), options.metadata());
    }
}
