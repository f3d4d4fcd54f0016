package dev.darkroom.core.header.svg;

import dev.darkroom.core.ImageException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The attributes of an SVG's root tag, by their full names. */
record SvgRoot(Map<String, String> attributes) {
    private static final Pattern NAME = Pattern.compile("[^\\s=/>\"'<]+");
    private static final Pattern REFERENCE = Pattern.compile("&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});");

    /**
     * Reads the attributes.
     *
     * @param text text that contains the complete tag, or the part of the document within the look-ahead
     * @param at index of the tag's {@code <}
     */
    static SvgRoot read(String text, int at) throws ImageException {
        Matcher name = NAME.matcher(text).region(at + 1, text.length());
        if (!name.lookingAt() || !local(name.group()).equals("svg")) {
            throw ImageException.malformed("this is no SVG: its first element is not svg");
        }
        Map<String, String> attributes = new HashMap<>();
        int next = skipSpace(text, name.end());
        while (text.charAt(next) != '>' && text.charAt(next) != '/') {
            next = readAttribute(text, next, attributes);
        }
        return new SvgRoot(Map.copyOf(attributes));
    }

    private static int readAttribute(String text, int at, Map<String, String> attributes) throws ImageException {
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (!name.lookingAt()) {
            throw ImageException.malformed("the svg tag has \"" + text.charAt(at) + "\" in place of an attribute");
        }
        int equals = skipSpace(text, name.end());
        int quote = skipSpace(text, equals + 1);
        if (text.charAt(equals) != '=' || "\"'".indexOf(text.charAt(quote)) < 0) {
            throw ImageException.malformed("the svg tag's attribute " + shown(name.group()) + " has no quoted value");
        }
        int end = text.indexOf(text.charAt(quote), quote + 1);
        int after = skipSpace(text, end < 0 ? text.length() : end + 1);
        attributes.putIfAbsent(name.group(), resolved(text.substring(quote + 1, end)));
        return after;
    }

    private static String resolved(String value) {
        return REFERENCE.matcher(value).replaceAll(found -> {
            String digits = found.group(1);
            int code = digits.startsWith("x") ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
            return Matcher.quoteReplacement(Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD");
        });
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "\u2026" : name;
    }

    /** The index of the next character that is not white space. Throws if there is none. */
    private static int skipSpace(String text, int from) throws ImageException {
        for (int at = from; at < text.length(); at++) {
            if (" \t\r\n".indexOf(text.charAt(at)) < 0) {
                return at;
            }
        }
        throw ImageException.malformed("the svg tag does not end within the first " + SvgHeader.LOOK_AHEAD + " bytes");
    }
}
