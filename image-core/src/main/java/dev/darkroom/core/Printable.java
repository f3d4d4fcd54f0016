package dev.darkroom.core;

/** Makes text quoted from an upload safe for one log line and for display. */
final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /**
     * Replaces control characters, line separators, direction controls, other invisible characters and unpaired surrogates with U+FFFD.
     */
    static String of(String text) {
        if (text.codePoints().allMatch(Printable::isShown)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(code -> shown.appendCodePoint(isShown(code) ? code : REPLACEMENT));
        return shown.toString();
    }

    private static boolean isShown(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
