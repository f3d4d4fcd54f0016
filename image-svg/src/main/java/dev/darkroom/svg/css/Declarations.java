package dev.darkroom.svg.css;

import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cleans CSS declarations, {@code name: value; name: value}, of a style attribute or of a rule's block. */
public final class Declarations {
    private Declarations() {}

    /**
     * Returns the allowed declarations of a style attribute, serialized; may be empty.
     *
     * @throws ImageException over limit if the text has too many tokens
     */
    public static String clean(String style) throws ImageException {
        return clean(Tokenizer.tokens(style));
    }

    /**
     * Returns the cleaned value of a presentation attribute. Returns empty if the property or the value is not allowed.
     *
     * @throws ImageException over limit if the text has too many tokens
     */
    public static Optional<String> cleanValue(String property, String value) throws ImageException {
        return CssProperties.allows(property) ? CssValues.clean(Tokenizer.tokens(value)) : Optional.empty();
    }

    /**
     * Parses a style attribute.
     *
     * @throws ImageException over limit if the text has too many tokens
     */
    public static List<CssDeclaration> parse(String style) throws ImageException {
        return parse(Tokenizer.tokens(style));
    }

    static String clean(List<Token> tokens) {
        return parse(tokens).stream().map(CssDeclaration::css).collect(Collectors.joining(";"));
    }

    static List<CssDeclaration> parse(List<Token> tokens) {
        List<CssDeclaration> kept = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean end = i == tokens.size();
            if (!end && tokens.get(i).opens()) {
                depth++;
            } else if (!end && tokens.get(i).is(Token.Kind.CLOSE)) {
                depth = Math.max(0, depth - 1);
            }
            if (end || depth == 0 && tokens.get(i).is(";")) {
                declaration(tokens.subList(start, i)).ifPresent(kept::add);
                start = i + 1;
            }
        }
        return kept;
    }

    private static Optional<CssDeclaration> declaration(List<Token> tokens) {
        int name = skipSpace(tokens, 0);
        int colon = skipSpace(tokens, name + 1);
        if (colon >= tokens.size()
                || !tokens.get(name).is(Token.Kind.IDENT)
                || !tokens.get(colon).is(":")) {
            return Optional.empty();
        }
        String property = tokens.get(name).text().toLowerCase(Locale.ROOT);
        if (!CssProperties.allows(property)) {
            return Optional.empty();
        }
        int end = importance(tokens);
        return CssValues.clean(tokens.subList(Math.min(colon + 1, end), end))
                .map(value -> new CssDeclaration(property, value, end < tokens.size()));
    }

    /** Index of the {@code !important} at the end of the declaration; the number of tokens if there is none. */
    private static int importance(List<Token> tokens) {
        int last = lastNonSpace(tokens, tokens.size() - 1);
        int mark = lastNonSpace(tokens, last - 1);
        boolean important = mark >= 0
                && tokens.get(mark).is("!")
                && tokens.get(last).is(Token.Kind.IDENT)
                && tokens.get(last).text().equalsIgnoreCase("important");
        return important ? mark : tokens.size();
    }

    private static int lastNonSpace(List<Token> tokens, int from) {
        int at = from;
        while (at >= 0 && tokens.get(at).is(Token.Kind.SPACE)) {
            at--;
        }
        return at;
    }

    static int skipSpace(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).is(Token.Kind.SPACE)) {
            at++;
        }
        return at;
    }
}
