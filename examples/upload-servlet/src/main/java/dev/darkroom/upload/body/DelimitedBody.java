package dev.darkroom.upload.body;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request body whose parts are separated by a delimiter (RFC 2046, section 5.1.1). It is read through a buffer of a few kilobytes. Not
 * thread-safe.
 */
final class DelimitedBody {
    private static final int WINDOW = 8 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] window = new byte[WINDOW];
    private int from;
    private int to;

    /**
     * @param boundary the boundary without its hyphens, at most 70 characters
     */
    DelimitedBody(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter may be at the start of the body, without a line break before it.
        window[to++] = '\r';
        window[to++] = '\n';
    }

    /**
     * Reads bytes up to the next delimiter. At the delimiter it skips it.
     *
     * @return the number of bytes, at least 1; -1 at the delimiter
     * @throws ProblemException if the body ends without a delimiter
     */
    int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            int plain = beforeDelimiter();
            if (plain > 0) {
                int count = Math.min(plain, length);
                System.arraycopy(window, from, target, offset, count);
                from += count;
                return count;
            }
            if (to - from >= delimiter.length) {
                from += delimiter.length;
                return -1;
            }
            fill();
        }
    }

    /** Reads one byte after a delimiter, in the head of a part. */
    int next() throws IOException {
        if (from == to) {
            fill();
        }
        return window[from++];
    }

    /**
     * The number of buffered bytes that certainly belong to the part. 0 if the delimiter is next, or if more bytes are needed to decide.
     */
    private int beforeDelimiter() {
        for (int at = from; at < to; at++) {
            if (window[at] == '\r' && mayBeDelimiter(at)) {
                return at - from;
            }
        }
        return to - from;
    }

    private boolean mayBeDelimiter(int at) {
        int known = Math.min(delimiter.length, to - at);
        return Arrays.equals(window, at, at + known, delimiter, 0, known);
    }

    private void fill() throws IOException {
        System.arraycopy(window, from, window, 0, to - from);
        to -= from;
        from = 0;
        int read = in.read(window, to, window.length - to);
        if (read < 0) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "the multipart body ends before its last boundary");
        }
        to += read;
    }
}
