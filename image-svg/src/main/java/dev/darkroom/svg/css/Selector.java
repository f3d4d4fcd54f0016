package dev.darkroom.svg.css;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Cleans the prelude of a rule: selectors, or the conditions of {@code @media}. */
final class Selector {
    /** The allowed names. They cannot be interpreted as a URL or a rule after their escapes are resolved. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{1,200}");

    private static final Pattern STRING = Pattern.compile("[\\p{L}\\p{N} _.#-]{0,200}");
    private static final Set<Token.Kind> PLAIN =
            Set.of(Token.Kind.IDENT, Token.Kind.NUMBER, Token.Kind.DIMENSION, Token.Kind.SPACE);
    private static final Set<String> COMBINING = Set.of("and", "or", "not");
    private static final String DELIMITERS = ".*>+~:,=|^$-";

    private Selector() {}

    /** Returns the serialized selectors; empty if they contain a token that is not allowed. */
    static Optional<String> clean(List<Token> tokens) {
        boolean allowed = tokens.stream().allMatch(token -> allows(token) && !token.is("("));
        return allowed ? joined(tokens) : Optional.empty();
    }

    /** Returns the serialized conditions of {@code @media}. Allowed are words, lengths and parentheses. Returns empty for other tokens. */
    static Optional<String> cleanMedia(List<Token> tokens) {
        Token before = Token.of(Token.Kind.DELIM, ",");
        for (Token token : tokens) {
            boolean plain = PLAIN.contains(token.kind()) && allows(token)
                    || token.is("(") && opensCondition(before)
                    || token.is(")")
                    || token.is(":")
                    || token.is(",");
            if (!plain) {
                return Optional.empty();
            }
            before = token.is(Token.Kind.SPACE) ? before : token;
        }
        return joined(tokens);
    }

    private static boolean opensCondition(Token before) {
        return before.is(",")
                || before.is("(")
                || before.is(Token.Kind.IDENT)
                        && COMBINING.contains(before.text().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> joined(List<Token> tokens) {
        StringBuilder css = new StringBuilder();
        int open = 0;
        for (Token token : tokens) {
            open += token.opens() ? 1 : token.is(Token.Kind.CLOSE) ? -1 : 0;
            if (open < 0) {
                return Optional.empty();
            }
            css.append(token.css());
        }
        String text = css.toString().strip();
        return open == 0 && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    private static boolean allows(Token token) {
        return switch (token.kind()) {
            case SPACE, NUMBER -> true;
            case IDENT, HASH -> NAME.matcher(token.text()).matches();
            case DIMENSION -> token.unit().matches("[A-Za-z]{1,5}");
            case FUNCTION -> CssProperties.allowsInSelector(token.text().toLowerCase(Locale.ROOT));
            case STRING -> STRING.matcher(token.text()).matches();
            case OPEN, CLOSE -> "()[]".contains(token.text());
            case DELIM -> DELIMITERS.contains(token.text());
            case AT_KEYWORD, URL, PERCENTAGE, BAD -> false;
        };
    }
}
