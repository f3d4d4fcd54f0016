package dev.darkroom.svg.css;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands before a block: selectors, or the conditions of {@code @media}. */
final class Selector {
    private static final Pattern STRING = Pattern.compile("[\\p{L}\\p{N} _.#-]{0,200}");
    private static final String DELIMITERS = ".*>+~:,=|^$-";

    private Selector() {}

    /** Put together again; empty where something in it is not allowed. */
    static Optional<String> clean(List<Token> tokens) {
        StringBuilder css = new StringBuilder();
        int open = 0;
        for (Token token : tokens) {
            if (!allows(token)) {
                return Optional.empty();
            }
            open += token.opens() ? 1 : token.is(Token.Kind.CLOSE) ? -1 : 0;
            if (open < 0) {
                return Optional.empty();
            }
            css.append(token.css());
        }
        String text = css.toString().strip();
        return open == 0 && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** The conditions of {@code @media}: words, lengths and parentheses. */
    static Optional<String> cleanMedia(List<Token> tokens) {
        boolean plain = tokens.stream().allMatch(token -> switch (token.kind()) {
            case IDENT, NUMBER, DIMENSION, SPACE -> true;
            default -> token.is("(") || token.is(")") || token.is(":") || token.is(",");
        });
        return plain ? clean(tokens) : Optional.empty();
    }

    private static boolean allows(Token token) {
        return switch (token.kind()) {
            case IDENT, HASH, SPACE, NUMBER -> true;
            case DIMENSION -> token.unit().matches("[A-Za-z]{1,5}");
            case FUNCTION -> Properties.allowsInSelector(token.text().toLowerCase(Locale.ROOT));
            case STRING -> STRING.matcher(token.text()).matches();
            case OPEN, CLOSE -> "()[]".contains(token.text());
            case DELIM -> DELIMITERS.contains(token.text());
            case AT_KEYWORD, URL, PERCENTAGE, BAD -> false;
        };
    }
}
