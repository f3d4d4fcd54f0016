package dev.darkroom.core.header.png;

import dev.darkroom.core.Bytes;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes the text that ImageMagick writes for a profile (coders/png.c, Magick_png_write_raw_profile): a line break, a line with a name,
 * a line with the number of bytes, and the bytes in hexadecimal digits, 72 per line. The name and the number are ignored. Text with any
 * other character than digits and white space is invalid.
 */
final class PngRawProfile {
    /** Maximum number of profile bytes that are read: the capacity of one JPEG segment. The rest is ignored. */
    static final int MOST = 0xFFFF;
    /** Maximum number of characters that are read or inflated: two digits per byte, white space and the two lines. */
    static final int MOST_TEXT = 3 * MOST;

    private static final int HEX = 16;

    private PngRawProfile() {}

    /**
     * Decodes the profile. Returns empty if the text is invalid.
     *
     * @param text data after the keyword and its NUL
     * @param compressed whether the data is a compression method and a zlib stream (PNG 3rd edition, 11.3.3.3)
     */
    static Optional<Bytes> decode(Bytes text, boolean compressed) {
        return compressed ? inflate(text).flatMap(PngRawProfile::parse) : parse(text);
    }

    private static Optional<Bytes> inflate(Bytes data) {
        if (data.isEmpty() || data.u8(0) != 0) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data.from(1).asByteBuffer());
            byte[] text = new byte[1024];
            int length = 0;
            int got;
            while ((got = inflater.inflate(text, length, text.length - length)) > 0) {
                length += got;
                if (length == text.length && length < MOST_TEXT) {
                    text = Arrays.copyOf(text, Math.min(MOST_TEXT, 4 * length));
                }
            }
            return Optional.of(Bytes.wrap(text, length));
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static Optional<Bytes> parse(Bytes text) {
        int end = Math.min(text.length(), MOST_TEXT);
        int name = 0;
        while (name < end && isSpace(text.u8(name))) {
            name++;
        }
        int number = lineEnd(text, name, end);
        int digits = lineEnd(text, number, end);
        byte[] profile = new byte[Math.min(MOST, (end - digits) / 2)];
        int halves = 0;
        for (int at = digits; at < end && halves < 2 * profile.length; at++) {
            int c = text.u8(at);
            if (isSpace(c)) {
                continue;
            }
            int digit = Character.digit(c, HEX);
            if (digit < 0) {
                return Optional.empty();
            }
            profile[halves / 2] |= (byte) (halves % 2 == 0 ? digit << 4 : digit);
            halves++;
        }
        return Optional.of(Bytes.wrap(profile, halves / 2));
    }

    /** The offset after the line break, or {@code end}. */
    private static int lineEnd(Bytes text, int from, int end) {
        int at = from;
        while (at < end && text.u8(at) != '\n') {
            at++;
        }
        return Math.min(at + 1, end);
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
