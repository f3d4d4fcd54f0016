package dev.darkroom.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an upload's encoded bytes come from. A pipeline reads a source once, into memory, under its byte limit. Implementations
 * never read more than one byte past the limit.
 */
@FunctionalInterface
public interface Source {
    /**
     * Reads everything.
     *
     * @throws ImageException {@link Failure.OverLimit} when there are more than {@code maxBytes}; {@link Failure.Unavailable} when the
     *     bytes cannot be had, which includes fewer bytes than were announced
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

    /** The array is copied. */
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

    /** A stream of unknown length. It is read to its end or one byte past the limit, and not closed. */
    static Source of(InputStream in) {
        return of(in, -1);
    }

    /**
     * A stream with an announced length, such as a request body with {@code Content-Length}; not closed. An announced length over the
     * limit is refused before a byte is read, and a shorter body is a failed read.
     *
     * @param announced bytes, or -1 when unknown
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
