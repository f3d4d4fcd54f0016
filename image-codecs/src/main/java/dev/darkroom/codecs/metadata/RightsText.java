package dev.darkroom.codecs.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Converts the content of a rights field to one line of text with limited length. The conversion is idempotent. */
public final class RightsText {
    /** Size limit of one field in bytes of UTF-8. */
    public static final int MAX_BYTES = 1024;

    private RightsText() {}

    /**
     * Cleans a text. A run of control characters and white space becomes one space. Characters that XML 1.0 does not allow are removed.
     * Text over the limit is cut at the end.
     */
    public static String clean(String text) {
        StringBuilder line = new StringBuilder();
        int bytes = 0;
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isISOControl(character)
                    || Character.isWhitespace(character)
                    || Character.isSpaceChar(character)) {
                gap = line.length() > 0;
            } else if (isText(character)) {
                bytes += utf8Length(character) + (gap ? 1 : 0);
                if (bytes > MAX_BYTES) {
                    break;
                }
                if (gap) {
                    line.append(' ');
                    gap = false;
                }
                line.appendCodePoint(character);
            }
        }
        return line.toString();
    }

    /** Cleans the bytes of an EXIF ASCII value. In practice such values are UTF-8 or Latin-1. */
    static String ofExif(byte[] value) {
        try {
            return clean(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return clean(new String(value, StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isText(int character) {
        boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
        boolean nonCharacter = (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
        return !surrogate && !nonCharacter && character != 0xFEFF;
    }

    private static int utf8Length(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }
}
