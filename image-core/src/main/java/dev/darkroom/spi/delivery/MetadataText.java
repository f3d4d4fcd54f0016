package dev.darkroom.spi.delivery;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encodes any text for a header of printable ASCII with the encoded words of RFC 2047, as S3 expects for user metadata.
 * {@code decode(encode(text))} equals {@code text}.
 */
public final class MetadataText {
    /** Payload bytes of an encoded word: 75 characters at most (RFC 2047 section 2) less 12 for the markers; 63 hold 45 bytes in Base64. */
    private static final int BYTES_PER_WORD = 45;

    private static final Pattern WORD = Pattern.compile("=\\?([A-Za-z0-9_-]+)\\?([BbQq])\\?([!-~&&[^?]]*)\\?=");
    private static final Pattern GAP = Pattern.compile("(?<=\\?=)[ \\t]+(?==\\?)");

    private MetadataText() {}

    /** Returns printable ASCII unchanged. Encodes other text as {@code =?UTF-8?B?…?=}, in several words if one would be too long. */
    public static String encode(String text) {
        if (isPlain(text)) {
            return text;
        }
        List<String> words = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int partBytes = 0;
        for (int c : text.codePoints().toArray()) {
            int bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (partBytes + bytes > BYTES_PER_WORD) {
                words.add(word(part));
                part.setLength(0);
                partBytes = 0;
            }
            part.appendCodePoint(c);
            partBytes += bytes;
        }
        words.add(word(part));
        return String.join(" ", words);
    }

    /** Decodes both encodings of RFC 2047, because a store may return another one. Text outside encoded words stays unchanged. */
    public static String decode(String header) {
        if (!header.contains("=?")) {
            return header;
        }
        Matcher words = WORD.matcher(GAP.matcher(header).replaceAll(""));
        return words.replaceAll(word ->
                Matcher.quoteReplacement(decodedWord(word.group(), word.group(1), word.group(2), word.group(3))));
    }

    private static boolean isPlain(String text) {
        return !text.contains("=?") && text.equals(text.strip()) && text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static String word(CharSequence part) {
        byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    private static String decodedWord(String whole, String charset, String encoding, String text) {
        try {
            byte[] bytes = encoding.equalsIgnoreCase("B") ? Base64.getDecoder().decode(text) : unquoted(text);
            return new String(bytes, Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            return whole;
        }
    }

    /** Decodes the Q encoding (RFC 2047 section 4.2): {@code =XX} is a byte, {@code _} is a space. */
    private static byte[] unquoted(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '=') {
                if (i + 3 > text.length()) {
                    throw new IllegalArgumentException("an escape is cut off");
                }
                bytes[length++] = (byte) Integer.parseInt(text, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) (c == '_' ? ' ' : c);
            }
        }
        return Arrays.copyOf(bytes, length);
    }
}
