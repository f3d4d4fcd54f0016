package dev.darkroom.svg.css;

/**
 * A token of CSS Syntax Level 3, section 4, with resolved escapes.
 *
 * @param text the value without delimiters: a name, a string's content or a URL; a number as written in the source
 * @param unit unit of a dimension; otherwise empty
 */
record Token(Kind kind, String text, String unit) {
    enum Kind {
        IDENT,
        FUNCTION,
        AT_KEYWORD,
        HASH,
        STRING,
        URL,
        NUMBER,
        PERCENTAGE,
        DIMENSION,
        SPACE,
        OPEN,
        CLOSE,
        DELIM,
        /** A malformed string, URL or escape. */
        BAD
    }

    static final Token SPACE = of(Kind.SPACE, " ");

    static Token of(Kind kind, String text) {
        return new Token(kind, text, "");
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean is(String delimiter) {
        return (kind == Kind.DELIM || kind == Kind.OPEN || kind == Kind.CLOSE) && text.equals(delimiter);
    }

    /** Whether this token opens a function or a block. */
    boolean opens() {
        return kind == Kind.FUNCTION || kind == Kind.OPEN;
    }

    /** Serializes the token, so that parsing gives the same token again. */
    String css() {
        return switch (kind) {
            case IDENT -> Escapes.ident(text);
            case FUNCTION -> Escapes.ident(text) + "(";
            case AT_KEYWORD -> "@" + Escapes.ident(text);
            case HASH -> "#" + Escapes.name(text);
            case STRING -> Escapes.string(text);
            case URL -> "url(" + text + ")";
            case PERCENTAGE -> text + "%";
            case DIMENSION -> text + unit;
            default -> text;
        };
    }
}
