package dev.darkroom.upload.body;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The content of the first part named {@code file} of a {@code multipart/form-data} body, as it arrives. */
public final class MultipartFile extends InputStream {
    /** Bytes that a body may have in addition to those of the file. */
    public static final int MAX_ENVELOPE_BYTES = 64 * 1024;

    private static final int MAX_PARTS = 32;
    /** RFC 2046, section 5.1.1. */
    private static final Pattern BOUNDARY = Pattern.compile(
            "(?i);\\s*boundary=(?:\"([0-9a-z'()+_,./:=? -]{0,69}[0-9a-z'()+_,./:=?-])\"|([0-9a-z'+_.-]{1,70}))(?:\\s*;|\\s*$)");

    private final DelimitedBody body;
    private boolean ended;

    private MultipartFile(DelimitedBody body) {
        this.body = body;
    }

    public static boolean is(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /**
     * Reads the body up to the first byte of the file.
     *
     * @param contentType the Content-Type of the request
     * @param in the body; the caller closes it
     */
    public static InputStream open(String contentType, InputStream in) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || !boundary.find()) {
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST, "the body is not multipart/form-data with a boundary");
        }
        DelimitedBody body = new DelimitedBody(in, boundary.group(1) != null ? boundary.group(1) : boundary.group(2));
        int left = MAX_ENVELOPE_BYTES;
        for (int parts = 0; parts < MAX_PARTS; parts++) {
            left = skip(body, left);
            Optional<PartHead> head = PartHead.read(body);
            if (head.isEmpty()) {
                throw new ProblemException(
                        ProblemType.INVALID_REQUEST, "the multipart body has no part named \"file\"");
            }
            if (head.get().name().equals("file")) {
                return new MultipartFile(body);
            }
        }
        throw new ProblemException(
                ProblemType.INVALID_REQUEST, "more than " + MAX_PARTS + " parts precede the one named \"file\"");
    }

    private static int skip(DelimitedBody body, int allowed) throws IOException {
        byte[] waste = new byte[1024];
        int left = allowed;
        for (int read = body.read(waste, 0, waste.length); read >= 0; read = body.read(waste, 0, waste.length)) {
            left -= read;
            if (left < 0) {
                throw new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "more than " + MAX_ENVELOPE_BYTES + " bytes precede the part named \"file\"");
            }
        }
        return left;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read = body.read(target, offset, length);
        ended = read < 0;
        return read;
    }
}
