package dev.darkroom.svg.css;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Cleans CSS property values. A value is allowed or rejected as a whole. */
final class CssValues {
    /** The allowed URLs: fragments in the same document. */
    private static final Pattern FRAGMENT = Pattern.compile("#[\\p{L}\\p{N}_.:-]{1,200}");
    /** The allowed strings, such as font names. They cannot be interpreted as a URL. */
    private static final Pattern STRING = Pattern.compile("[\\p{L}\\p{M}\\p{N} _.,+&'-]{0,200}");

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,200}");
    private static final Pattern UNIT = Pattern.compile("[A-Za-z]{1,5}");
    private static final String DELIMITERS = ",/+-*.";

    private CssValues() {}

    /**
     * Returns the serialized value. Returns empty if the value is empty or contains a token that is not allowed. Parentheses are allowed
     * only in calculations.
     */
    static Optional<String> clean(List<Token> value) {
        StringBuilder css = new StringBuilder();
        Token before = Token.SPACE;
        Deque<String> open = new ArrayDeque<>();
        for (Token token : value) {
            if (!allows(token) || token.is("(") && !(before.is(Token.Kind.DELIM) || before.opens())) {
                return Optional.empty();
            }
            before = token.is(Token.Kind.SPACE) ? before : token;
            if (token.opens()) {
                open.push(")");
            } else if (token.is(Token.Kind.CLOSE) && open.poll() == null) {
                return Optional.empty();
            }
            css.append(fragment(token).css());
        }
        String text = css.toString().strip();
        return open.isEmpty() && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static Token fragment(Token token) {
        return token.is(Token.Kind.URL) ? Token.of(Token.Kind.URL, token.text().strip()) : token;
    }

    private static boolean allows(Token token) {
        return switch (token.kind()) {
            case NUMBER, PERCENTAGE, SPACE -> true;
            case IDENT, HASH -> NAME.matcher(token.text()).matches();
            case DIMENSION -> UNIT.matcher(token.unit()).matches();
            case FUNCTION -> CssProperties.allowsFunction(token.text().toLowerCase(Locale.ROOT));
            case STRING -> STRING.matcher(token.text()).matches();
            case URL -> FRAGMENT.matcher(token.text().strip()).matches();
            case OPEN, CLOSE -> "()".contains(token.text());
            case DELIM -> DELIMITERS.contains(token.text());
            case AT_KEYWORD, BAD -> false;
        };
    }
}
