package dev.darkroom.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A source of the encoded bytes of an upload. A pipeline reads a source once, into memory, up to its byte limit. An implementation reads
 * at most one byte more than the limit.
 */
@FunctionalInterface
public interface Source {
    /**
     * Reads all bytes.
     *
     * @throws ImageException {@link Failure.OverLimit} when there are more than {@code maxBytes}; {@link Failure.Unavailable} when the
     *     bytes cannot be read, or are fewer than announced
     */
    Bytes read(long maxBytes) throws ImageException;

    static Source of(Bytes bytes) {
        return maxBytes -> {
            if (bytes.length() > maxBytes) {
                throw ImageException.overLimit(
                        Failure.OverLimit.Kind.BYTES, "file size limit in bytes", bytes.length(), maxBytes);
            }
            return bytes;
        };
    }

    /** A source from a copy of the array. */
    static Source of(byte[] bytes) {
        return of(Bytes.copyOf(bytes));
    }

    static Source of(Path path) {
        return maxBytes -> {
            try (InputStream in = Files.newInputStream(path)) {
                return BoundedRead.readFile(in, Files.size(path), maxBytes);
            } catch (IOException e) {
                throw ImageException.unavailable("file", "the file could not be read", e);
            }
        };
    }

    /** A source from a stream of unknown length. It is read to its end or to one byte more than the limit. It is not closed. */
    static Source of(InputStream in) {
        return of(in, -1);
    }

    /**
     * A source from a stream with an announced length, such as a request body with {@code Content-Length}. The stream is not closed. An
     * announced length over the limit is rejected before a byte is read. A stream that ends before the announced length is a failure.
     *
     * @param announced length in bytes, or -1 if unknown
     */
    static Source of(InputStream in, long announced) {
        return maxBytes -> {
            if (announced > maxBytes) {
                throw ImageException.overLimit(
                        Failure.OverLimit.Kind.BYTES, "file size limit in bytes", announced, maxBytes);
            }
            return BoundedRead.readAll(in, announced, maxBytes);
        };
    }
}
