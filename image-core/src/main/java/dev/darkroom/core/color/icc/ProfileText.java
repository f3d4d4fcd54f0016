package dev.darkroom.core.color.icc;

import org.jspecify.annotations.Nullable;

/** Reads a profile's description as one short printable line from textDescriptionType, multiLocalizedUnicodeType or textType. */
final class ProfileText {
    static final int MAX_CHARS = 100;

    private ProfileText() {}

    /** Never fails. An unreadable description gives an empty text. */
    static String of(@Nullable IccBytes tag) {
        try {
            return tag == null ? "" : read(tag);
        } catch (UnusableProfileException e) {
            return "";
        }
    }

    private static String read(IccBytes tag) throws UnusableProfileException {
        return switch (tag.signature(0)) {
            case "desc" -> ascii(tag.from(12), tag.u32(8));
            case "text" -> ascii(tag.from(8), tag.length() - 8L);
            case "mluc" -> utf16(tag);
            default -> "";
        };
    }

    private static String ascii(IccBytes bytes, long count) throws UnusableProfileException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(Math.min(count, bytes.length()), MAX_CHARS); i++) {
            int c = bytes.u8(i);
            if (c == 0) {
                break;
            }
            text.append(c >= 0x20 && c < 0x7f ? (char) c : '?');
        }
        return text.toString().strip();
    }

    /** Reads the first record. It starts at byte 16, and its offset is relative to the start of the tag (ICC.1:2022 10.15). */
    private static String utf16(IccBytes tag) throws UnusableProfileException {
        long bytes = tag.u32(20);
        IccBytes units = tag.from(tag.u32(24));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(Math.min(bytes, units.length()) / 2, MAX_CHARS); i++) {
            char c = (char) units.u16(2L * i);
            if (c == 0) {
                break;
            }
            boolean plain =
                    !Character.isISOControl(c) && !Character.isSurrogate(c) && Character.getType(c) != Character.FORMAT;
            text.append(plain ? c : '?');
        }
        return text.toString().strip();
    }
}
