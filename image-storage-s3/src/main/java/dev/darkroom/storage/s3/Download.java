package dev.darkroom.storage.s3;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/** A download of one object into memory, with as many replies as needed. The buffer grows with the received bytes. Not thread-safe. */
final class Download {
    private static final int FIRST_CHUNK = 256 * 1024;
    /** The largest possible limit: a Java array is not longer, and one byte more than the limit must fit. */
    private static final long LARGEST_LIMIT = Integer.MAX_VALUE - 9L;

    private final long limit;
    private byte[] buffer = new byte[0];
    private int filled;
    private int breaks;
    private @Nullable ObjectHead head;

    Download(long maxBytes) {
        this.limit = Math.min(maxBytes, LARGEST_LIMIT);
    }

    /** The range that the next request should ask for, and the ETag of its content. Empty if the next request must start again. */
    Optional<RemainingRange> rest() {
        return head == null || filled == 0 ? Optional.empty() : Optional.of(new RemainingRange(filled, head.etag()));
    }

    /**
     * The range that is still missing.
     *
     * @param from index of the first byte
     * @param etag of the content that the received bytes belong to
     */
    record RemainingRange(int from, String etag) {}

    /**
     * Counts a reply whose body was not as announced.
     *
     * @return the count so far
     */
    int countBreak() {
        return ++breaks;
    }

    /** Drops the received bytes, because another content has replaced the object. */
    void restart() {
        head = null;
        filled = 0;
    }

    /**
     * Reads the body of a reply.
     *
     * @param from index of its first byte in the object
     * @param answer the head of the whole object; a length of -1 is unknown
     * @return whether the object is complete now; otherwise it is over the limit, and the body was not read
     * @throws IOException when the body ended early; then {@link #rest} gives the range to request
     */
    boolean take(long from, ObjectHead answer, InputStream body) throws IOException {
        if (from != filled || (head != null && !head.etag().equals(answer.etag()))) {
            restart();
            if (from != 0) {
                throw new IOException("the service sent a different range than was requested");
            }
        }
        head = answer;
        if (answer.length() > limit) {
            return false;
        }
        long end = answer.length() < 0 ? limit + 1 : answer.length();
        InputStream bounded = BoundedInputStream.builder()
                .setInputStream(body)
                .setMaxCount(end - filled)
                .get();
        while (filled < end) {
            makeRoom(end);
            int read = bounded.read(buffer, filled, buffer.length - filled);
            if (read == IOUtils.EOF) {
                break;
            }
            filled += read;
        }
        if (filled < answer.length()) {
            throw new IOException("the body ended early, after " + filled + " of " + answer.length() + " bytes");
        }
        return true;
    }

    private void makeRoom(long end) {
        if (filled == buffer.length) {
            long doubled = Math.max(FIRST_CHUNK, 2L * buffer.length);
            buffer = Arrays.copyOf(buffer, (int) Math.min(doubled, end));
        }
    }

    /** The complete object. */
    StoredObject object() throws ImageException {
        if (head == null) {
            throw new IllegalStateException("nothing was downloaded");
        }
        long length = Math.max(head.length(), filled);
        if (length > limit) {
            throw ImageException.overLimit(Failure.OverLimit.Kind.BYTES, "file size limit in bytes", length, limit);
        }
        ObjectHead known = new ObjectHead(filled, head.etag(), head.contentType(), head.metadata());
        return new StoredObject(Bytes.wrap(buffer, filled), known);
    }
}
