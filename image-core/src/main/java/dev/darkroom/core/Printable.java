package dev.darkroom.core;

/** Text that quotes an upload, fit for a log's line and anybody's screen. */
final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** Controls, line ends, directions and other invisible characters, and halves of surrogate pairs, become U+FFFD. */
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
