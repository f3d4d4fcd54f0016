package dev.darkroom.svg.css;

/** Escapes names and strings, so that no character in them is interpreted as CSS syntax (CSSOM, section 2.1). */
final class Escapes {
    private Escapes() {}

    static String ident(String name) {
        StringBuilder css = new StringBuilder();
        boolean digitIsFirst = startsWithDigit(name, 0) || name.startsWith("-") && startsWithDigit(name, 1);
        int first = name.startsWith("-") ? 1 : 0;
        for (int i = 0; i < name.length(); i++) {
            boolean plain = isNamePart(name.charAt(i)) && !(digitIsFirst && i == first);
            append(css, name.charAt(i), plain && !name.equals("-"));
        }
        return css.toString();
    }

    static String name(String name) {
        StringBuilder css = new StringBuilder();
        name.chars().forEach(c -> append(css, (char) c, isNamePart(c)));
        return css.toString();
    }

    static String string(String content) {
        StringBuilder css = new StringBuilder("\"");
        content.chars().forEach(c -> append(css, (char) c, c >= ' ' && "\"\\<>&\u007F".indexOf(c) < 0));
        return css.append('"').toString();
    }

    private static void append(StringBuilder css, char c, boolean plain) {
        if (plain) {
            css.append(c);
        } else {
            css.append('\\').append(Integer.toHexString(c)).append(' ');
        }
    }

    static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80;
    }

    static boolean isNamePart(int c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean startsWithDigit(String name, int at) {
        return at < name.length() && isDigit(name.charAt(at));
    }
}
