package dev.darkroom.core.signature;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Distinguishes SVG, HTML and other XML by the first element. It skips the byte order mark, white space, XML declaration, comments,
 * processing instructions and document type. It is not a parser: it reads a limited number of bytes, and accepted content may still be
 * not well-formed.
 */
final class MarkupMagic {
    private static final int LOOK_AHEAD = 64 * 1024;
    /** Element names that identify HTML in the WHATWG MIME Sniffing Standard, section 7.1. */
    private static final Set<String> HTML = Set.of(
            "html", "head", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b", "body", "br",
            "p");

    private final Bytes bytes;
    private final int unit;
    private final int low;
    private final int end;
    private int position;

    private MarkupMagic(Bytes bytes, int start, int unit, int low) {
        this.bytes = bytes;
        this.position = start;
        this.unit = unit;
        this.low = low;
        this.end = Math.min(bytes.length(), LOOK_AHEAD);
    }

    static Optional<Format> of(Bytes b) {
        return reader(b).sniff();
    }

    private static MarkupMagic reader(Bytes b) {
        if (b.startsWith("\u00EF\u00BB\u00BF", 0)) {
            return new MarkupMagic(b, 3, 1, 0);
        }
        if (b.startsWith("\u00FF\u00FE", 0)) {
            return new MarkupMagic(b, 2, 2, 0);
        }
        if (b.startsWith("\u00FE\u00FF", 0)) {
            return new MarkupMagic(b, 2, 2, 1);
        }
        if (b.startsWith("<\0", 0)) {
            return new MarkupMagic(b, 0, 2, 0);
        }
        return b.startsWith("\0<", 0) ? new MarkupMagic(b, 0, 2, 1) : new MarkupMagic(b, 0, 1, 0);
    }

    private Optional<Format> sniff() {
        boolean declared = false;
        while (true) {
            skipSpace();
            if (peek(0) != '<') {
                return declared ? Optional.of(Format.XML) : Optional.empty();
            }
            if (lookingAt("<?")) {
                declared |= lookingAt("<?xml");
                skipPast("?>");
            } else if (lookingAt("<!--")) {
                skipPast("-->");
            } else if (lookingAt("<!doctype")) {
                skip("<!doctype".length());
                skipSpace();
                if (name().equals("html")) {
                    return Optional.of(Format.HTML);
                }
                declared = true;
                skipDoctype();
            } else {
                skip(1);
                return ofElement(name(), declared);
            }
        }
    }

    private Optional<Format> ofElement(String name, boolean declared) {
        int after = peek(0);
        boolean ends = after == '>' || after == '/' || isSpace(after);
        if (name.isEmpty() || !ends) {
            return declared ? Optional.of(Format.XML) : Optional.empty();
        }
        String local = name.substring(name.indexOf(':') + 1);
        if (local.equals("svg")) {
            return Optional.of(Format.SVG);
        }
        return Optional.of(HTML.contains(local) ? Format.HTML : Format.XML);
    }

    /** Skips to the end of a document type with its internal subset. Quoted text and comments may contain brackets. */
    private void skipDoctype() {
        boolean subset = false;
        int c;
        while ((c = peek(0)) >= 0) {
            if (lookingAt("<!--")) {
                skipPast("-->");
                continue;
            }
            skip(1);
            if (c == '"' || c == '\'') {
                skipPast(String.valueOf((char) c));
            } else if (c == '[') {
                subset = true;
            } else if (c == ']') {
                subset = false;
            } else if (c == '>' && !subset) {
                return;
            }
        }
    }

    /** Reads a name in lower case; empty if no name starts here. */
    private String name() {
        StringBuilder name = new StringBuilder();
        int c;
        while ((c = peek(0)) >= 0 && name.length() < 64 && isNamePart(c, name.isEmpty())) {
            name.append((char) c);
            skip(1);
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isNamePart(int c, boolean first) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
        return letter || !first && (c >= '0' && c <= '9' || c == ':' || c == '-' || c == '.');
    }

    private boolean lookingAt(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.toLowerCase(peek(i)) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void skipPast(String text) {
        while (peek(0) >= 0 && !lookingAt(text)) {
            skip(1);
        }
        skip(text.length());
    }

    private void skipSpace() {
        while (isSpace(peek(0))) {
            skip(1);
        }
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private void skip(int characters) {
        position = Math.min(end, position + characters * unit);
    }

    /** The character at this distance: '?' for one above 255 in UTF-16; -1 at the end of the look-ahead. */
    private int peek(int ahead) {
        int at = position + ahead * unit;
        if (at + unit > end) {
            return -1;
        }
        return unit == 2 && bytes.u8(at + 1 - low) != 0 ? '?' : bytes.u8(at + low);
    }
}
