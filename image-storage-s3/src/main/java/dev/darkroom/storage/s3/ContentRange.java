package dev.darkroom.storage.s3;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The range of a reply (RFC 9110, section 14.4).
 *
 * @param from index of the first byte; -1 if the header is not usable
 * @param total length of the whole object; -1 if unknown
 */
record ContentRange(long from, long total) {
    private static final Pattern BYTES = Pattern.compile("bytes ([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18})");

    /**
     * @param header null in a reply that holds the whole object
     * @param contentLength null if the reply has none
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
