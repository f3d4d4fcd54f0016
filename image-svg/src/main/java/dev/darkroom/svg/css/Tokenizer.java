package dev.darkroom.svg.css;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.svg.css.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits CSS into tokens according to CSS Syntax Level 3, section 4. Comments count as white space. A malformed token becomes BAD and does
 * not cause a failure.
 */
final class Tokenizer {
    private static final int NOTHING = -1;
    /** Limit of tokens for one text. A token takes about 80 bytes of memory and may be a single character. */
    private static final int MOST_TOKENS = 200_000;

    private final String css;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String css) {
        this.css = css;
    }

    /**
     * @throws ImageException over limit if the text has too many tokens
     */
    static List<Token> tokens(String css) throws ImageException {
        return new Tokenizer(css).run();
    }

    private List<Token> run() throws ImageException {
        while (at < css.length()) {
            if (tokens.size() >= MOST_TOKENS) {
                throw ImageException.overLimit(
                        Failure.OverLimit.Kind.COMPLEXITY, "tokens of one CSS text", MOST_TOKENS + 1L, MOST_TOKENS);
            }
            int c = peek(0);
            if (isSpace(c) || startsWith("/*")) {
                skipSpaceAndComments();
                tokens.add(Token.SPACE);
            } else if (c == '"' || c == '\'') {
                string(c);
            } else if (startsNumber()) {
                numeric();
            } else if (startsIdent(0)) {
                identLike();
            } else if (c == '#' && (Escapes.isNamePart(peek(1)) || isEscape(1))) {
                at++;
                add(Kind.HASH, name());
            } else if (c == '@' && startsIdent(1)) {
                at++;
                add(Kind.AT_KEYWORD, name());
            } else {
                at++;
                symbol((char) c);
            }
        }
        return tokens;
    }

    private void symbol(char c) {
        if ("([{".indexOf(c) >= 0) {
            add(Kind.OPEN, String.valueOf(c));
        } else if (")]}".indexOf(c) >= 0) {
            add(Kind.CLOSE, String.valueOf(c));
        } else {
            add(c == '\\' ? Kind.BAD : Kind.DELIM, String.valueOf(c));
        }
    }

    private void string(int quote) {
        at++;
        StringBuilder content = new StringBuilder();
        while (at < css.length()) {
            int c = peek(0);
            if (c == quote) {
                at++;
                add(Kind.STRING, content.toString());
                return;
            }
            if (c == '\n' || c == '\r' || c == '\f') {
                break;
            }
            if (c == '\\' && (peek(1) == '\n' || peek(1) == NOTHING)) {
                at += 2;
            } else if (c == '\\') {
                escape(content);
            } else {
                content.append((char) c);
                at++;
            }
        }
        at = Math.min(at, css.length());
        add(Kind.BAD, "");
    }

    private void numeric() {
        int start = at;
        at += peek(0) == '+' || peek(0) == '-' ? 1 : 0;
        digits();
        if (peek(0) == '.' && Escapes.isDigit(peek(1))) {
            at++;
            digits();
        }
        if (peek(0) == 'e' || peek(0) == 'E') {
            int sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
            if (Escapes.isDigit(peek(sign))) {
                at += sign;
                digits();
            }
        }
        String number = css.substring(start, at);
        if (startsIdent(0)) {
            tokens.add(new Token(Kind.DIMENSION, number, name()));
        } else if (peek(0) == '%') {
            at++;
            add(Kind.PERCENTAGE, number);
        } else {
            add(Kind.NUMBER, number);
        }
    }

    private void identLike() {
        String name = name();
        if (peek(0) != '(') {
            add(Kind.IDENT, name);
            return;
        }
        at++;
        if (!name.equalsIgnoreCase("url")) {
            add(Kind.FUNCTION, name);
            return;
        }
        skipSpace();
        int quote = peek(0);
        if (quote == '"' || quote == '\'') {
            quotedUrl(quote);
        } else {
            plainUrl();
        }
    }

    /**
     * Reads {@code url()} with a quoted string. The specification treats it as a function. URL modifiers after the string are not supported
     * and make the token BAD.
     */
    private void quotedUrl(int quote) {
        string(quote);
        Token content = tokens.remove(tokens.size() - 1);
        skipSpace();
        if (content.is(Kind.STRING) && peek(0) == ')') {
            at++;
            add(Kind.URL, content.text());
        } else {
            skipBadUrl();
        }
    }

    private void plainUrl() {
        StringBuilder url = new StringBuilder();
        while (true) {
            int c = peek(0);
            if (c == ')') {
                at++;
                add(Kind.URL, url.toString());
                return;
            }
            if (isSpace(c)) {
                skipSpace();
                if (peek(0) != ')') {
                    skipBadUrl();
                    return;
                }
            } else if (c == NOTHING || "\"'(".indexOf(c) >= 0 || c < ' ' || c == 0x7F || c == '\\' && !isEscape(0)) {
                skipBadUrl();
                return;
            } else if (c == '\\') {
                escape(url);
            } else {
                url.append((char) c);
                at++;
            }
        }
    }

    private void skipBadUrl() {
        while (at < css.length() && peek(0) != ')') {
            at += peek(0) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, css.length());
        add(Kind.BAD, "");
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (true) {
            if (Escapes.isNamePart(peek(0))) {
                name.append(css.charAt(at++));
            } else if (isEscape(0)) {
                escape(name);
            } else {
                return name.toString();
            }
        }
    }

    /** Reads an escape, starting at the backslash. */
    private void escape(StringBuilder into) {
        at++;
        int start = at;
        while (at < css.length()
                && at < start + 6
                && Character.digit(css.charAt(at), 16) >= 0
                && css.charAt(at) < 128) {
            at++;
        }
        if (at == start) {
            into.append(css.charAt(at++));
            return;
        }
        int code = Integer.parseInt(css.substring(start, at), 16);
        boolean character = code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        into.appendCodePoint(character ? code : 0xFFFD);
        if (peek(0) == '\r' && peek(1) == '\n') {
            at += 2;
        } else if (isSpace(peek(0))) {
            at++;
        }
    }

    private boolean startsNumber() {
        int from = peek(0) == '+' || peek(0) == '-' ? 1 : 0;
        return Escapes.isDigit(peek(from)) || peek(from) == '.' && Escapes.isDigit(peek(from + 1));
    }

    private boolean startsIdent(int from) {
        if (peek(from) == '-') {
            return Escapes.isNameStart(peek(from + 1)) || peek(from + 1) == '-' || isEscape(from + 1);
        }
        return Escapes.isNameStart(peek(from)) || isEscape(from);
    }

    private boolean isEscape(int from) {
        int next = peek(from + 1);
        return peek(from) == '\\' && next != NOTHING && next != '\n' && next != '\r' && next != '\f';
    }

    private void digits() {
        while (Escapes.isDigit(peek(0))) {
            at++;
        }
    }

    private void skipSpace() {
        while (isSpace(peek(0))) {
            at++;
        }
    }

    private void skipSpaceAndComments() {
        while (isSpace(peek(0)) || startsWith("/*")) {
            if (isSpace(peek(0))) {
                at++;
            } else {
                int end = css.indexOf("*/", at + 2);
                at = end < 0 ? css.length() : end + 2;
            }
        }
    }

    private boolean startsWith(String text) {
        return css.startsWith(text, at);
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private int peek(int ahead) {
        return at + ahead < css.length() ? css.charAt(at + ahead) : NOTHING;
    }

    private void add(Kind kind, String text) {
        tokens.add(Token.of(kind, text));
    }
}
