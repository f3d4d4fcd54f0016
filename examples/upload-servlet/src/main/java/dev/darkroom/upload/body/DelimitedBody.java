package dev.darkroom.upload.body;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A body that is cut into parts by a delimiter (RFC 2046, section 5.1.1), read with a window of a few kilobytes. Not thread-safe. */
final class DelimitedBody {
    private static final int WINDOW = 8 * 1024;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] window = new byte[WINDOW];
    private int from;
    private int to;

    /**
     * @param boundary without its hyphens, 70 characters at most
     */
    DelimitedBody(InputStream in, String boundary) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter may stand at the very beginning, without a line break before it.
        window[to++] = '\r';
        window[to++] = '\n';
    }

    /**
     * Bytes up to the next delimiter, which is passed over then.
     *
     * @return how many, at least 1; -1 at the delimiter
     * @throws ProblemException when the body ends without one
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

    /** A byte after a delimiter, in a part's head. */
    int next() throws IOException {
        if (from == to) {
            fill();
        }
        return window[from++];
    }

    /** How many bytes stand for certain before the next delimiter; 0 when it is next, or more must be read to know. */
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
