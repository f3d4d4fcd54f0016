package dev.darkroom.storage.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of which whole an answer holds (RFC 9110, section 14.4).
 *
 * @param from index of the first byte; -1 where the header says nothing that can be used
 * @param total length of the whole; -1 when unknown
 */
record ContentRange(long from, long total) {
    private static final Pattern BYTES = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18})");

    /**
     * @param header null in an answer that holds the whole
     * @param contentLength null when the answer did not say
     */
    static ContentRange parse(@Nullable String header, @Nullable Long contentLength) {
        if (header == null) {
            return new ContentRange(0, contentLength == null ? -1 : contentLength);
        }
        Matcher bytes = BYTES.matcher(header);
        return bytes.matches()
                ? new ContentRange(Long.parseLong(bytes.group(1)), Long.parseLong(bytes.group(2)))
                : new ContentRange(-1, -1);
    }
}
