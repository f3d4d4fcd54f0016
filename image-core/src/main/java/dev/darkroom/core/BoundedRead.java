package dev.darkroom.core;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a stream under a byte limit. The buffer grows with the bytes that arrived, not with the announced length. */
final class BoundedRead {
    private static final int FIRST_CHUNK = 64 * 1024;
    /** The maximum length of a Java array. Larger limits are reduced to it. */
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private BoundedRead() {}

    static Bytes readAll(InputStream in, long announced, long maxBytes) throws ImageException {
        long limit = Math.min(maxBytes, LARGEST_ARRAY);
        byte[] buffer = new byte[FIRST_CHUNK];
        int filled = 0;
        try {
            while (true) {
                int read = in.read(buffer, filled, (int) Math.min(buffer.length, limit + 1) - filled);
                if (read < 0) {
                    break;
                }
                filled += read;
                if (filled > limit) {
                    throw ImageException.overLimit(
                            Failure.OverLimit.Kind.BYTES,
                            "file size limit in bytes",
                            announced > limit ? announced : filled,
                            maxBytes);
                }
                if (filled == buffer.length) {
                    buffer = Arrays.copyOf(buffer, grown(buffer.length, announced, limit));
                }
            }
        } catch (IOException e) {
            throw ImageException.unavailable("upload", "the upload broke off after " + filled + " bytes", e);
        }
        if (announced >= 0 && filled < announced) {
            throw ImageException.unavailable(
                    "upload",
                    "the upload broke off: " + filled + " of " + announced + " announced bytes arrived",
                    null);
        }
        return Bytes.wrap(buffer, filled);
    }

    /**
     * Reads a file. The file size is trusted, so the bytes are read into an array of exactly that length. A pipe reports the size 0 and is
     * read as a stream.
     */
    static Bytes readFile(InputStream in, long size, long maxBytes) throws ImageException, IOException {
        if (size == 0) {
            return readAll(in, -1, maxBytes);
        }
        long limit = Math.min(maxBytes, LARGEST_ARRAY);
        if (size > limit) {
            throw ImageException.overLimit(Failure.OverLimit.Kind.BYTES, "file size limit in bytes", size, maxBytes);
        }
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size || in.read() >= 0) {
            throw ImageException.unavailable("file", "the file changed while it was read", null);
        }
        return Bytes.wrap(bytes);
    }

    /** Doubles the length. The announced length is used for the last step only, so a false one costs at most twice the bytes sent. */
    private static int grown(int length, long announced, long limit) {
        long doubled = Math.min(2L * length, limit + 1);
        return (int) (announced > length && announced < doubled ? announced + 1 : doubled);
    }
}
