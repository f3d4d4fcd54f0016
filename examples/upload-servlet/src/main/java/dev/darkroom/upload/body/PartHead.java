package dev.darkroom.upload.body;

import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a part of a multipart body (RFC 7578, section 4).
 *
 * @param name the name of the form field
 */
record PartHead(String name) {
    private static final int MAX_BYTES = 8 * 1024;
    private static final Pattern NAME =
            Pattern.compile("(?i)\\bform-data\\s*;(?:.*;)?\\s*name=(?:\"([^\"]*)\"|([^\\s;\"]+))");

    /** Reads the head after a delimiter. Empty if it was the last delimiter. */
    static Optional<PartHead> read(DelimitedBody body) throws IOException {
        String afterDelimiter = line(body, MAX_BYTES);
        if (afterDelimiter.equals("--")) {
            return Optional.empty();
        }
        if (!afterDelimiter.isBlank()) {
            throw malformed("contains the boundary, or has text after the boundary");
        }
        String name = "";
        int left = MAX_BYTES;
        for (String line = line(body, left); !line.isEmpty(); line = line(body, left)) {
            left -= line.length() + 2;
            int colon = line.indexOf(':');
            String field = line.substring(0, Math.max(colon, 0)).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (field.equals("content-disposition")) {
                name = nameIn(value);
            } else if (field.equals("content-transfer-encoding") && !value.matches("(?i)binary|7bit|8bit")) {
                throw malformed("has a Content-Transfer-Encoding, which RFC 7578 forbids");
            }
        }
        return Optional.of(new PartHead(name));
    }

    private static String nameIn(String disposition) {
        Matcher matcher = NAME.matcher(disposition);
        if (!matcher.find()) {
            return "";
        }
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    }

    /** Reads a line, without its line break. The line of the last delimiter may end without one. */
    private static String line(DelimitedBody body, int maxBytes) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = body.next();
            if (c == '\n' && line.length() > 0 && line.charAt(line.length() - 1) == '\r') {
                line.setLength(line.length() - 1);
                return line.toString();
            }
            line.append((char) (c & 0xFF));
            if (line.length() == 2 && line.toString().equals("--")) {
                return "--";
            }
            if (line.length() > maxBytes) {
                throw malformed("has a head of more than " + MAX_BYTES + " bytes");
            }
        }
    }

    static ProblemException malformed(String what) {
        return new ProblemException(ProblemType.INVALID_REQUEST, "a part of the multipart body " + what);
    }
}
