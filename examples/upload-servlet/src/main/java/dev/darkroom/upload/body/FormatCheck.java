package dev.darkroom.upload.body;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.util.Optional;
import java.util.Set;

/** Checks the signature of an upload as soon as its first bytes have arrived. */
final class FormatCheck {
    /** Bytes that are enough for every binary signature. */
    private static final int BINARY = 512;
    /** Bytes that are enough for markup, which may start with a long comment. */
    private static final int MARKUP = 64 * 1024;

    private final Set<Format> accepted;
    private boolean passed;

    FormatCheck(Set<Format> accepted) {
        this.accepted = accepted;
    }

    /**
     * @param first all bytes received so far; not kept
     * @param ended whether the upload has no more bytes
     */
    void look(byte[] first, int length, boolean ended) throws ProblemException {
        if (passed || !ended && length < BINARY) {
            return;
        }
        Bytes bytes = Bytes.wrap(first, length);
        Optional<Format> format = Signature.of(bytes);
        if (format.filter(accepted::contains).isPresent()) {
            passed = true;
        } else if (ended || length >= MARKUP || !mayStillShow(format, bytes)) {
            throw new ProblemException(
                    ProblemType.FORMAT_NOT_ACCEPTED,
                    format.map(known -> Signature.disallowed(known, accepted))
                            .orElseGet(() -> Signature.unrecognized(bytes)));
        }
    }

    private static boolean mayStillShow(Optional<Format> format, Bytes bytes) {
        return format.map(known -> known == Format.XML).orElseGet(() -> startsWithMarkup(bytes));
    }

    private static boolean startsWithMarkup(Bytes bytes) {
        for (int i = 0; i < Math.min(BINARY, bytes.length()); i++) {
            int c = bytes.u8(i);
            if (c == '<') {
                return true;
            }
            boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            boolean mark = i < 3 && (c == 0xEF || c == 0xBB || c == 0xBF || c == 0xFE || c == 0xFF || c == 0);
            if (!space && !mark) {
                return false;
            }
        }
        return true;
    }
}
